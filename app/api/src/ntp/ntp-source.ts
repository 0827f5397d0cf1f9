import type { LeapIndicator } from '@dataiku-assessment/contract';
import { isSameBase } from '../clock/clock-base.ts';
import type { ClockSource, Reading } from '../clock/clock-source.ts';
import { KERNEL_DRIFT_PPM } from '../clock/drift.ts';
import { larger } from '../clock/extremes.ts';
import type { HostClock } from '../clock/host-clock.ts';
import { inMilliseconds, intervalInWords } from '../clock/interval-in-words.ts';
import { disagreementNs, falsetickers, majorityInterval } from './intersection.ts';
import { NtpServer, type ServerPorts } from './ntp-server.ts';
import { type GrowingSample, sampleAt } from './sample.ts';
import type { ServerAddress } from './server-address.ts';

export interface NtpSourceOptions extends ServerPorts {
  readonly servers: readonly ServerAddress[];
  readonly host: HostClock;
  /** Seconds between two exchanges with one server. */
  readonly pollSeconds: number;
}

/** The sample of one server, at the time at which all are compared. */
interface Vote extends GrowingSample {
  readonly name: string;
}

/** NTP servers as a clock source: the offset that a majority of those that answer agrees on. */
export class NtpSource implements ClockSource {
  readonly servers: readonly NtpServer[];
  readonly #options: NtpSourceOptions;
  #baseNs: bigint;
  #falsetickers: readonly string[] = [];

  constructor(options: NtpSourceOptions) {
    const { servers, pollSeconds, host } = options;
    this.#options = options;
    this.#baseNs = host.baseNs();
    this.servers = servers.map((address) => new NtpServer(address, pollSeconds, options));
  }

  /** Asks the servers from now on. */
  start(): void {
    for (const server of this.servers) server.start();
  }

  stop(): void {
    for (const server of this.servers) server.stop();
  }

  /** The servers whose answers were false at the last reading, provided that the majority is right. */
  get falsetickers(): readonly string[] {
    return this.#falsetickers;
  }

  read(): Reading {
    const votes = this.#votes();
    const majority = majorityInterval(votes);
    const liars = majority === null ? [] : falsetickers(votes, majority);
    this.#noteFalsetickers(liars.map(({ name }) => name));
    if (votes.length === 0) return this.#failure();
    if (majority === null) return contradiction(votes);
    return {
      kind: 'offset',
      source: 'ntp',
      ...majority,
      asOfNs: newestAsOfNs(votes),
      driftPpm: majorityDriftPpm(votes),
      leap: majorityLeap(votes.filter((vote) => !liars.includes(vote))),
      taiOffsetSeconds: null,
    };
  }

  /**
   * The samples on the current clock base, all grown to the time of the newest one. Two names for one
   * address and port have one vote: else a server named twice would outvote another.
   */
  #votes(): readonly Vote[] {
    const baseNs = this.#followBase();
    const places = new Set<string | null>();
    const votes = this.servers.flatMap((server) => {
      const sample = server.sampleOn(baseNs);
      if (sample === null || places.has(server.place)) return [];
      places.add(server.place);
      return [{ ...sample, name: server.name }];
    });
    const asOfNs = newestAsOfNs(votes);
    return votes.map((vote) => ({ ...vote, ...sampleAt(vote, asOfNs) }));
  }

  /** After a step of the host clock no sample holds: the servers are asked again at once. */
  #followBase(): bigint {
    const baseNs = this.#options.host.baseNs();
    if (!isSameBase(baseNs, this.#baseNs)) {
      this.#baseNs = baseNs;
      for (const server of this.servers) server.hurry();
    }
    return this.#baseNs;
  }

  #noteFalsetickers(names: readonly string[]): void {
    if (names.join() === this.#falsetickers.join()) return;
    this.#falsetickers = names;
    const { log } = this.#options;
    if (names.length > 0) log.warn({ falsetickers: names }, 'NTP servers are outvoted');
    else log.info({ falsetickers: names }, 'no NTP server is outvoted any more');
  }

  #failure(): Reading {
    const source = 'ntp';
    const outcomes = this.servers.map(({ name, lastOutcome }) => ({ name, lastOutcome }));
    if (outcomes.some(({ lastOutcome }) => lastOutcome === 'sample')) {
      const reason = 'the host clock was set, and no NTP server has answered since';
      return { kind: 'unknown', source, reason };
    }
    const each = outcomes.map(({ name, lastOutcome }) => `${name} (${lastOutcome ?? 'asked'})`);
    return { kind: 'unknown', source, reason: `no NTP server answers: ${each.join(', ')}` };
  }
}

function contradiction(votes: readonly Vote[]): Reading {
  const sides = votes.map((vote) => intervalInWords(vote.name, vote)).join('; ');
  const apart = inMilliseconds(disagreementNs(votes));
  const reason = `no majority of the NTP servers agrees, they are up to ${apart} apart: ${sides}`;
  return { kind: 'contradictory', source: 'ntp', reason };
}

function newestAsOfNs(votes: readonly Vote[]): bigint {
  return votes.map(({ asOfNs }) => asOfNs).reduce(larger, 0n);
}

/**
 * A limit of drift that holds if more than half of the votes do: so many of the smallest limits
 * that one of them is true.
 */
function majorityDriftPpm(votes: readonly Vote[]): number {
  const limits = votes.map(({ driftPpm }) => driftPpm).sort((a, b) => a - b);
  return limits[Math.floor(limits.length / 2)] ?? KERNEL_DRIFT_PPM;
}

/** The announcement of more than half of the servers. */
function majorityLeap(votes: readonly Vote[]): LeapIndicator {
  const isCommon = ({ leap }: Vote) =>
    votes.filter((other) => other.leap === leap).length * 2 > votes.length;
  return votes.find(isCommon)?.leap ?? 'unknown';
}
