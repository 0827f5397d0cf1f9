import type { LeapIndicator } from '@dataiku-assessment/contract';
import { isSameBase } from '../clock/clock-base.ts';
import {
  type ClockSource,
  type NoOffset,
  type OffsetReading,
  offsetAt,
  type Reading,
} from '../clock/clock-source.ts';
import { KERNEL_DRIFT_PPM } from '../clock/drift.ts';
import { larger } from '../clock/extremes.ts';
import type { HostClock } from '../clock/host-clock.ts';
import { boundNs } from '../clock/interval.ts';
import { inMilliseconds, intervalInWords } from '../clock/interval-in-words.ts';
import type { Association } from './association.ts';
import { disagreementNs, falsetickers, majorityInterval } from './intersection.ts';
import { NtpServer, type ServerPorts } from './ntp-server.ts';
import type { Outcome } from './poll-schedule.ts';
import { type GrowingSample, sampleAt } from './sample.ts';

export interface NtpSourceOptions extends ServerPorts {
  readonly servers: readonly Association[];
  readonly host: HostClock;
  /** Seconds between two exchanges with one server. */
  readonly pollSeconds: number;
  /** The largest bound that an authenticated answer may grow to before plain servers are believed. */
  readonly maxBoundNs: bigint;
}

/** The sample of one server, at the time at which all are compared. */
interface Vote extends GrowingSample {
  readonly name: string;
  readonly isAuthenticated: boolean;
}

/**
 * NTP servers as a clock source: the offset that a majority of those that answer agrees on. Servers
 * without authentication have no vote as long as an authenticated answer holds, grown by its age, so
 * that dropping its successors gains a forger nothing. See docs/decisions/0120.
 */
export class NtpSource implements ClockSource {
  readonly servers: readonly NtpServer[];
  readonly #options: NtpSourceOptions;
  #baseNs: bigint;
  #falsetickers: readonly string[] = [];
  /** The last reading by authenticated servers on this base. */
  #authentic: OffsetReading | null = null;

  constructor(options: NtpSourceOptions) {
    const { servers, pollSeconds, host } = options;
    this.#options = options;
    this.#baseNs = host.baseNs();
    this.servers = servers.map((association) => new NtpServer(association, pollSeconds, options));
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
    const reading = this.#readingBy(votes);
    this.#noteFalsetickers(reading.kind === 'offset' ? liarsAmong(votes, reading) : []);
    return reading;
  }

  #readingBy(votes: readonly Vote[]): Reading {
    const authentic = votes.filter(({ isAuthenticated }) => isAuthenticated);
    if (authentic.length > 0) {
      const reading = decide(authentic);
      this.#authentic = reading.kind === 'offset' ? reading : null;
      return reading;
    }
    const held = this.#heldReading();
    if (held !== null) return held;
    return votes.length > 0 ? decide(votes) : this.#failure(this.servers);
  }

  /** The last reading by authenticated servers, for as long as its bound is within the limit. */
  #heldReading(): OffsetReading | null {
    if (this.#authentic === null) return null;
    const { host, maxBoundNs } = this.#options;
    if (boundNs(offsetAt(this.#authentic, host.monotonicNs())) > maxBoundNs) return null;
    const authenticated = this.servers.filter(({ isAuthenticated }) => isAuthenticated);
    return { ...this.#authentic, lost: this.#failure(authenticated).reason };
  }

  /**
   * The samples on the current clock base, all grown to the time of the newest one. Two names for one
   * address and port have one vote: else a server named twice would outvote another.
   */
  #votes(): readonly Vote[] {
    const baseNs = this.#followBase();
    const places = new Set<string>();
    const votes = this.servers.flatMap((server) => {
      const { name, isAuthenticated } = server;
      const sample = server.sampleOn(baseNs);
      const place = `${server.place} ${isAuthenticated}`;
      if (sample === null || places.has(place)) return [];
      places.add(place);
      return [{ ...sample, name, isAuthenticated }];
    });
    const asOfNs = newestAsOfNs(votes);
    return votes.map((vote) => ({ ...vote, ...sampleAt(vote, asOfNs) }));
  }

  /** After a step of the host clock no sample holds: the servers are asked again at once. */
  #followBase(): bigint {
    const baseNs = this.#options.host.baseNs();
    if (!isSameBase(baseNs, this.#baseNs)) {
      this.#baseNs = baseNs;
      this.#authentic = null;
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

  #failure(servers: readonly NtpServer[]): NoOffset {
    const source = 'ntp';
    if (servers.some(({ lastOutcome }) => lastOutcome === 'sample')) {
      const reason = 'the host clock was set, and no NTP server has answered since';
      return { kind: 'unknown', source, reason };
    }
    const each = servers.map(({ name, lately }) => `${name} (${lately})`).join(', ');
    if (servers.some(({ lastOutcome }) => hasNoTime(lastOutcome))) {
      // A bound that held before is held over: it doesn't depend on what its server says since.
      const kind = servers.some(({ place }) => place !== null) ? 'unknown' : 'unsynchronized';
      return { kind, source, reason: `no NTP server has the time: ${each}` };
    }
    const verb = servers.every(({ lastOutcome }) => isSilence(lastOutcome))
      ? 'answers'
      : 'gives the time';
    return { kind: 'unknown', source, reason: `no NTP server ${verb}: ${each}` };
  }
}

/** Whether a server said that it doesn't know the time itself. */
function hasNoTime(outcome: Outcome | null): boolean {
  return outcome === 'server-unsynchronized' || outcome === 'bad-stratum';
}

const SILENCES: readonly (Outcome | null)[] = [
  null,
  'timeout',
  'unreachable',
  'unresolved',
  'no-keys',
];

function isSilence(outcome: Outcome | null): boolean {
  return SILENCES.includes(outcome);
}

/** The reading that a majority of the votes agrees on. */
function decide(votes: readonly Vote[]): Reading {
  const majority = majorityInterval(votes);
  if (majority === null) return contradiction(votes);
  const liars = falsetickers(votes, majority);
  return {
    kind: 'offset',
    source: 'ntp',
    ...majority,
    asOfNs: newestAsOfNs(votes),
    driftPpm: majorityDriftPpm(votes),
    leap: majorityLeap(votes.filter((vote) => !liars.includes(vote))),
    taiOffsetSeconds: null,
    authenticated: votes.every(({ isAuthenticated }) => isAuthenticated),
  };
}

/** The servers whose answers lie outside of the reading. */
function liarsAmong(votes: readonly Vote[], reading: OffsetReading): readonly string[] {
  const asOfNs = larger(newestAsOfNs(votes), reading.asOfNs);
  const grown = votes.map((vote) => ({ ...vote, ...sampleAt(vote, asOfNs) }));
  return falsetickers(grown, offsetAt(reading, asOfNs)).map(({ name }) => name);
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
