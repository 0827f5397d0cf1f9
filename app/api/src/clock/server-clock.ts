import type { Clock } from '@dataiku-assessment/contract';
import { isSameBase } from './clock-base.ts';
import { type ClockSource, offsetAt, type Reading } from './clock-source.ts';
import { type ClockState, nextClockState } from './clock-state.ts';
import type { HostClock } from './host-clock.ts';
import { type Interval, middleNs } from './interval.ts';
import { clockJson, type StateJson, stateJson } from './state-json.ts';

/** The part of the state that goes on the wire as it is, made once per reading of the source. */
interface Published {
  readonly fields: Omit<Clock, 'readingAgeMs'>;
  readonly json: StateJson;
}

/** The host clock now, and the offset of UTC from it. */
export class ServerTime {
  /** The host clock in ns since 1970: never late, early by at most `STAMP_STEP_NS`. */
  readonly hostNs: bigint;
  /** UTC − host; null unless synchronized or in holdover. */
  readonly offset: Interval | null;
  readonly #published: Published;
  readonly #readingAgeMs: number | null;

  constructor(
    hostNs: bigint,
    offset: Interval | null,
    published: Published,
    readingAgeMs: number | null,
  ) {
    this.hostNs = hostNs;
    this.offset = offset;
    this.#published = published;
    this.#readingAgeMs = readingAgeMs;
  }

  get clock(): Clock {
    return { ...this.#published.fields, readingAgeMs: this.#readingAgeMs };
  }

  /** `clock` as JSON. */
  get clockJson(): string {
    return clockJson(this.#published.json, this.#readingAgeMs);
  }
}

export interface ServerClockOptions {
  readonly host: HostClock;
  readonly source: ClockSource;
  /** The largest bound that an answer may carry, in ns. */
  readonly maxBoundNs: bigint;
}

/** Two states that differ in more than the growth of the offset. */
export interface ClockChange {
  readonly before: ClockState;
  readonly after: ClockState;
}

const REFRESH_INTERVAL_MS = 1000;
const NS_PER_MS = 1_000_000n;

/** The host clock and its offset from UTC, kept up to date from `start` to `stop`. */
export class ServerClock {
  readonly #options: ServerClockOptions;
  #state: ClockState;
  #published: Published;
  readonly #listeners = new Set<(change: ClockChange) => void>();
  #baseChanges = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ServerClockOptions) {
    this.#options = options;
    this.#state = readSource(options, null);
    this.#published = publish(options.host, this.#state);
  }

  /** Reads the source once a second from now on. Does not keep the process alive. */
  start(): void {
    this.#timer = setInterval(() => this.refresh(), REFRESH_INTERVAL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Reads the source now. */
  refresh(): void {
    const { host } = this.#options;
    const [before, publishedBefore] = [this.#state, this.#published];
    const after = readSource(this.#options, before);
    this.#state = after;
    this.#published = publish(host, after);
    if (after.baseNs !== before.baseNs) this.#baseChanges += 1;
    if (isSameState(this.#published.fields, publishedBefore.fields)) return;
    for (const listener of this.#listeners) listener({ before, after });
  }

  /** Calls back at each change of status, source, base, leap second, TAI offset or authentication; returns the end of that. */
  subscribe(listener: (change: ClockChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The number of steps of the host clock, and sleeps of the host, since the start. */
  get baseChanges(): number {
    return this.#baseChanges;
  }

  /** A stamp of the host clock in ns since 1970: never late, early by at most `STAMP_STEP_NS`. */
  hostNowNs(): bigint {
    return this.#options.host.nowNs();
  }

  /** The time now: the last reading, grown by its age. */
  read(): ServerTime {
    const { host } = this.#options;
    const hostNs = host.nowNs();
    const monotonicNs = host.monotonicNs();
    if (isSameBase(hostNs - monotonicNs, this.#state.baseNs)) return this.#at(hostNs, monotonicNs);
    // A step must not wait for the timer: until then every answer would be false.
    this.refresh();
    return this.#at(host.nowNs(), host.monotonicNs());
  }

  #at(hostNs: bigint, monotonicNs: bigint): ServerTime {
    const { reading, lastAsOfNs } = this.#state;
    const readingAgeMs =
      lastAsOfNs === null ? null : Number((monotonicNs - lastAsOfNs) / NS_PER_MS);
    const offset = reading && offsetAt(reading, monotonicNs);
    return new ServerTime(hostNs, offset, this.#published, readingAgeMs);
  }
}

function readSource(options: ServerClockOptions, previous: ClockState | null): ClockState {
  const { host, source, maxBoundNs } = options;
  const baseBeforeNs = host.baseNs();
  const reading = source.read();
  const context = { monotonicNs: host.monotonicNs(), baseNs: host.baseNs(), maxBoundNs };
  const wasStepped = !isSameBase(baseBeforeNs, context.baseNs);
  return nextClockState(previous, wasStepped ? discard(reading) : reading, context);
}

/** Compares all that does not change a little with each reading. */
function isSameState(a: Omit<Clock, 'readingAgeMs'>, b: Omit<Clock, 'readingAgeMs'>): boolean {
  const facts = [
    'status',
    'source',
    'baseNs',
    'leap',
    'taiOffsetSeconds',
    'authenticated',
  ] as const;
  return facts.every((fact) => a[fact] === b[fact]);
}

/** A reading during which the host clock was stepped holds for neither side of the step. */
function discard({ source }: Reading): Reading {
  return { kind: 'unknown', source, reason: 'the host clock is being stepped' };
}

function publish(host: HostClock, state: ClockState): Published {
  const { status, reason, source, reading } = state;
  const fields = {
    status,
    reason,
    source,
    id: host.id,
    baseNs: String(state.baseNs + host.baseShiftNs),
    utcMinusHostNs: reading && String(middleNs(reading)),
    driftPpm: reading?.driftPpm ?? 0,
    leap: reading?.leap ?? 'unknown',
    taiOffsetSeconds: reading?.taiOffsetSeconds ?? null,
    authenticated: reading?.authenticated ?? null,
  };
  return { fields, json: stateJson(fields) };
}
