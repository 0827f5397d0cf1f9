import type { Exchange } from './exchange.ts';
import {
  type Bounds,
  boundsAt,
  type DeviceAssumptions,
  exchangeInterval,
  type GrowingInterval,
  gapMs,
  intersect,
} from './growing-interval.ts';
import { electedHost, type HostClocks, hasStepped, hear, NO_HOST_CLOCKS } from './host-clocks.ts';
import { type Sample, toSample } from './sample.ts';

/** What is assumed of the device's clock, against a host clock and against UTC. */
export interface Assumptions {
  readonly host: DeviceAssumptions;
  readonly utc: DeviceAssumptions;
}

/** Why what was known was dropped, and when, in ms of the device's monotonic clock. */
export type Reset =
  /** Two intervals miss each other by `gapMs`, so an assumption broke: a clock is off by that at least. */
  | { readonly atMs: number; readonly cause: 'contradiction'; readonly gapMs: number }
  /** The host clock stepped. */
  | { readonly atMs: number; readonly cause: 'server-clock-changed' }
  /**
   * The device slept, or its clock was set: within moments its wall clock got ahead of its monotonic
   * one by `partedMs`, or behind it when negative.
   */
  | { readonly atMs: number; readonly cause: 'device-clock-changed'; readonly partedMs: number };

/** All that is known about the server's clocks. Immutable: each event makes a new one. */
export interface ClockState {
  readonly assumptions: Assumptions;
  /** Whole ms since 1970: what all server times are counted from. Null before the first exchange. */
  readonly originMs: number | null;
  readonly hosts: HostClocks;
  readonly utc: GrowingInterval | null;
  /** Exchanges since the last reset: they agree with each other. */
  readonly agreeing: number;
  /** Contradictions that no run of agreeing exchanges has paid off yet: until then UTC isn't believed. */
  readonly contradictions: number;
  /** The latest exchanges, oldest first. */
  readonly samples: readonly Sample[];
  readonly lastReset: Reset | null;
}

/** So many exchanges in a row must agree to pay off one contradiction. */
const AGREEING_TO_PAY_OFF = 3;
/** More of them don't count: a clock must come back within minutes, however long it was misled. */
const MOST_CONTRADICTIONS = 8;
const KEPT_SAMPLES = 60;

/** A state that knows nothing yet. */
export function initialState(assumptions: Assumptions): ClockState {
  return {
    assumptions,
    originMs: null,
    hosts: NO_HOST_CLOCKS,
    utc: null,
    agreeing: 0,
    contradictions: 0,
    samples: [],
    lastReset: null,
  };
}

/**
 * The state after an exchange. Host clocks are intersected within one clock id and base, UTC across
 * all of them. An empty intersection proves that an assumption broke (a step, a sleep, a false
 * bound, a rate error set too small), so what it was made of is dropped: everything when it is a
 * host clock's, UTC alone when the host clocks still agree.
 */
export function withExchange(state: ClockState, exchange: Exchange): ClockState {
  const originMs = state.originMs ?? Number(exchange.hostReceivedNs / 1_000_000n);
  const { utcMinusHost } = exchange;
  const host = exchangeInterval(exchange, originMs, state.assumptions.host);
  const utc =
    utcMinusHost && exchangeInterval(exchange, originMs, state.assumptions.utc, utcMinusHost);
  // UTC outlasts a step of the host clock: what was said of it before was said of the clock before.
  const lastReset: Reset | null = hasStepped(state.hosts, exchange)
    ? { atMs: exchange.receivedAtMs, cause: 'server-clock-changed' }
    : state.lastReset;
  const started = { ...state, originMs, lastReset };

  const impossibleMs = Math.max(gapMs(host), utc ? gapMs(utc) : 0);
  if (impossibleMs > 0) return withContradiction(forgetAll(started), exchange, impossibleMs);

  const merged = withUtc(withHost(started, exchange, host), exchange, utc);
  const knownHost = merged.hosts.byId.get(exchange.statement.clockId)?.interval ?? host;
  const sample = toSample(exchange, originMs, {
    alone: { host, utc },
    known: { host: knownHost, utc: believedUtc(merged) },
  });
  return { ...merged, samples: [...merged.samples, sample].slice(-KEPT_SAMPLES) };
}

/** The state after the device slept or its clock was set: nothing known before holds. */
export function withDeviceClockChange(
  state: ClockState,
  atMs: number,
  partedMs: number,
): ClockState {
  return {
    ...forgetAll(state),
    lastReset: { atMs, cause: 'device-clock-changed', partedMs },
  };
}

/** The elected host clock at a moment of the device's monotonic clock, in ms since the origin. */
export function hostBoundsAt({ hosts }: ClockState, atMs: number): Bounds | null {
  const elected = electedHost(hosts);
  return elected && boundsAt(elected.interval, atMs);
}

/**
 * UTC at a moment of the device's monotonic clock, in ms since the origin; null while not known.
 * Servers that go on contradicting each other agree by chance now and then: not before every
 * contradiction is paid off is one of them believed.
 */
export function utcBoundsAt(state: ClockState, atMs: number): Bounds | null {
  const utc = believedUtc(state);
  return utc && boundsAt(utc, atMs);
}

function believedUtc({ utc, contradictions }: ClockState): GrowingInterval | null {
  return contradictions > 0 ? null : utc;
}

function withHost(state: ClockState, exchange: Exchange, interval: GrowingInterval): ClockState {
  const hosts = hear(state.hosts, exchange, interval);
  const gap = gapMs(hosts.byId.get(exchange.statement.clockId)?.interval ?? interval);
  if (gap === 0) return { ...state, hosts };
  const emptied = withContradiction(forgetAll(state), exchange, gap);
  return { ...emptied, hosts: hear(emptied.hosts, exchange, interval) };
}

function withUtc(
  state: ClockState,
  exchange: Exchange,
  interval: GrowingInterval | null,
): ClockState {
  // A server whose sources contradict each other takes back what it said of UTC before.
  if (exchange.statement.status === 'contradictory') return withAgreement({ ...state, utc: null });
  if (interval === null) return withAgreement(state);
  const merged = intersect(state.utc ?? interval, interval);
  const gap = gapMs(merged);
  if (gap > 0) return { ...withContradiction(state, exchange, gap), utc: interval };
  return withAgreement({ ...state, utc: merged });
}

function withAgreement(state: ClockState): ClockState {
  const agreeing = state.agreeing + 1;
  const paidOff = agreeing % AGREEING_TO_PAY_OFF === 0 ? 1 : 0;
  return { ...state, agreeing, contradictions: Math.max(0, state.contradictions - paidOff) };
}

function withContradiction(state: ClockState, exchange: Exchange, gap: number): ClockState {
  return {
    ...state,
    agreeing: 0,
    contradictions: Math.min(state.contradictions + 1, MOST_CONTRADICTIONS),
    lastReset: { atMs: exchange.receivedAtMs, cause: 'contradiction', gapMs: gap },
  };
}

function forgetAll(state: ClockState): ClockState {
  return {
    ...state,
    hosts: NO_HOST_CLOCKS,
    utc: null,
    agreeing: 0,
    samples: [],
  };
}
