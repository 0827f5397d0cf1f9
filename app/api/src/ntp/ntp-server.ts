import { isIPv6, SocketAddress } from 'node:net';
import { isSameBase } from '../clock/clock-base.ts';
import type { Log } from '../clock/log.ts';
import type { Association } from './association.ts';
import type { Exchange } from './exchange.ts';
import {
  afterOutcome,
  firstSchedule,
  isLost,
  nextDelayMs,
  type Outcome,
  type PollSchedule,
  withBurst,
} from './poll-schedule.ts';
import { chooseAddress, type Resolve } from './resolve.ts';
import type { GrowingSample, Sample } from './sample.ts';
import { type ServerSamples, withSample } from './server-samples.ts';
import type { After } from './timers.ts';

/** The ports that a server takes from its process. */
export interface ServerPorts {
  readonly exchange: Exchange;
  readonly resolve: Resolve;
  readonly after: After;
  /** Within [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

/** One configured NTP server: asked from `start` to `stop`, it keeps the intersection of its samples. */
export class NtpServer {
  readonly name: string;
  readonly isAuthenticated: boolean;
  readonly #association: Association;
  readonly #ports: ServerPorts;
  readonly #outcomes = new Map<Outcome, number>();
  #schedule: PollSchedule;
  #kept: {
    readonly samples: ServerSamples;
    readonly address: string;
    readonly port: number;
  } | null = null;
  #contradictions = 0;
  #lastAsked: { readonly address: string; readonly answered: boolean } | null = null;
  #lastOutcome: Outcome | null = null;
  #condition: 'new' | 'heard' | 'lost' = 'new';
  #cancelPoll: (() => void) | null = null;
  #isStopped = false;

  constructor(association: Association, pollSeconds: number, ports: ServerPorts) {
    this.name = association.name;
    this.isAuthenticated = association.isAuthenticated;
    this.#association = association;
    this.#ports = ports;
    this.#schedule = firstSchedule(pollSeconds);
  }

  start(): void {
    void this.#poll();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelPoll?.();
  }

  /** Asks in a burst: the samples no longer hold. */
  hurry(): void {
    const isInBurst = this.#schedule.burstLeft > 0;
    this.#schedule = withBurst(this.#schedule);
    // In a burst the next exchange is near anyway: to plan it anew would let a clock that is stepped
    // again and again put it off for ever. Without a plan, an exchange is under way.
    if (this.#cancelPoll === null || isInBurst || this.#schedule.burstLeft === 0) return;
    this.#planPoll();
  }

  /** The sample on this clock base; null when there is none, or the server is lost. */
  sampleOn(baseNs: bigint): GrowingSample | null {
    if (this.#kept === null || isLost(this.#schedule)) return null;
    const { sample } = this.#kept.samples;
    return isSameBase(sample.baseNs, baseNs) ? sample : null;
  }

  /** The resolved address and port of the sample's server: two names may lead to one. */
  get place(): string | null {
    if (this.#kept === null) return null;
    const { address, port } = this.#kept;
    // An IPv6 address has many spellings.
    const spelt = isIPv6(address)
      ? new SocketAddress({ address, family: 'ipv6' }).address
      : address;
    return `${spelt} ${port}`;
  }

  /** The number of exchanges by outcome. */
  get outcomes(): ReadonlyMap<Outcome, number> {
    return this.#outcomes;
  }

  /** How often its samples excluded each other. */
  get contradictions(): number {
    return this.#contradictions;
  }

  /** The outcome of the newest exchange; null before the first. */
  get lastOutcome(): Outcome | null {
    return this.#lastOutcome;
  }

  /** What became of it lately, for a reason that a person reads. */
  get lately(): string {
    return this.#association.trouble ?? this.#lastOutcome ?? 'asked';
  }

  async #poll(): Promise<void> {
    this.#cancelPoll = null;
    const outcome = await this.#ask();
    this.#lastOutcome = outcome;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    this.#schedule = afterOutcome(this.#schedule, outcome);
    this.#logChange(outcome);
    if (!this.#isStopped) this.#planPoll();
  }

  #planPoll(): void {
    this.#cancelPoll?.();
    const { after, random } = this.#ports;
    const delayMs = nextDelayMs(this.#schedule, random());
    this.#cancelPoll = delayMs === null ? null : after(delayMs, () => void this.#poll());
  }

  async #ask(): Promise<Outcome> {
    const { exchange, resolve } = this.#ports;
    const destination = await this.#association.nextDestination();
    if (destination === null) return 'no-keys';
    const { host, port, seal } = destination;
    const address = chooseAddress(await resolve(host), this.#lastAsked);
    if (address === undefined) return 'unresolved';
    const result = await exchange(address, port, seal);
    this.#lastAsked = { address, answered: 'sample' in result };
    if ('failure' in result) return result.failure;
    this.#take(result.sample, address, port);
    return 'sample';
  }

  #take(newest: Sample, address: string, port: number): void {
    // Another address is another server: its samples can't be intersected with those of the last one.
    const isSame = this.#kept?.address === address && this.#kept.port === port;
    const { conflict, ...samples } = withSample(
      isSame ? (this.#kept?.samples ?? null) : null,
      newest,
    );
    this.#kept = { samples, address, port };
    if (conflict === null) return;
    this.#contradictions += 1;
    const gapMs = conflict.gapNs === null ? null : Number(conflict.gapNs) / 1e6;
    const facts = { server: this.name, gapMs, driftPpm: samples.sample.driftPpm };
    this.#ports.log.warn(facts, 'an NTP server contradicts its own earlier answers');
  }

  #logChange(outcome: Outcome): void {
    const condition = conditionAfter(outcome, this.#schedule) ?? this.#condition;
    if (condition === this.#condition) return;
    this.#condition = condition;
    const facts = { server: this.name, outcome };
    if (condition === 'heard') this.#ports.log.info(facts, 'an NTP server answers');
    else this.#ports.log.warn(facts, 'an NTP server is lost');
  }
}

function conditionAfter(outcome: Outcome, schedule: PollSchedule): 'heard' | 'lost' | null {
  if (isLost(schedule)) return 'lost';
  return outcome === 'sample' ? 'heard' : null;
}
