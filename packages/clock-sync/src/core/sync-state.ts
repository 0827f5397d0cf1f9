import type { DeviceClockChange } from './device-clock-watch.ts';
import type { Exchange } from './exchange.ts';
import {
  type DeviceAssumptions,
  exchangeInterval,
  type GrowingInterval,
  gapMs,
  type Interval,
  intervalAt,
} from './growing-interval.ts';
import { type Sample, toSample } from './sample.ts';
import { type TrackedClock, track } from './tracked-clock.ts';
import { electedHost, hasStepped, hear, NO_HOSTS, type TrackedHosts } from './tracked-hosts.ts';

/** What is assumed of the device's clock, compared with a host clock and with UTC. */
export interface Assumptions {
  readonly host: DeviceAssumptions;
  readonly utc: DeviceAssumptions;
}

/** Why samples were dropped, and when, in ms of the device's monotonic clock. */
export type Reset =
  /** Two intervals, `gapMs` apart, or two measured drifts (0) exclude each other: an assumption is broken. */
  | { readonly atMs: number; readonly cause: 'contradiction'; readonly gapMs: number }
  /** The host clock was stepped. */
  | { readonly atMs: number; readonly cause: 'host-clock-changed' }
  /** The device slept, or its clock was set. */
  | (DeviceClockChange & { readonly cause: 'device-clock-changed' });

/** Everything known about the server's clocks. Immutable: each event makes a new state. */
export interface SyncState {
  readonly assumptions: Assumptions;
  /** The origin of all server times, in whole ms since 1970. Null before the first exchange. */
  readonly originMs: number | null;
  readonly hosts: TrackedHosts;
  readonly utc: TrackedClock | null;
  /** The number of exchanges since the last reset; they agree with each other. */
  readonly agreeing: number;
  /** Contradictions not yet paid off by agreeing exchanges. UTC is not believed while there is one. */
  readonly contradictions: number;
  /** The drifts assumed are doubled so often: since contradictions that are not forgotten yet. */
  readonly doublings: number;
  /** The latest samples, oldest first. */
  readonly samples: readonly Sample[];
  readonly lastReset: Reset | null;
}

/** This many agreeing exchanges in a row pay off one contradiction. */
const AGREEING_TO_PAY_OFF = 3;
/** Further contradictions don't count: a clock must recover within minutes, however long it was misled. */
const MOST_CONTRADICTIONS = 8;
/** This many agreeing exchanges in a row take back one doubling. */
const AGREEING_TO_HALVE = 64;
const MOST_DOUBLINGS = 3;
const KEPT_SAMPLES = 60;

/** The part of a state that a reset drops. */
const NOTHING_KNOWN = { hosts: NO_HOSTS, utc: null, agreeing: 0, samples: [] } as const;

/** The state before the first exchange. */
export function initialState(assumptions: Assumptions): SyncState {
  const unbroken = { contradictions: 0, doublings: 0, lastReset: null };
  return { ...NOTHING_KNOWN, ...unbroken, assumptions, originMs: null };
}

/**
 * The state after an exchange. Intervals of a host clock are intersected within one clock id and base,
 * intervals of UTC across all host clocks. An empty intersection proves that an assumption is broken (a
 * step, a sleep, a false bound, a drift limit set too low). It drops the intervals that went into it,
 * everything if a host clock's is empty, UTC alone if the host clocks agree, and doubles the drifts assumed.
 */
export function withExchange(state: SyncState, exchange: Exchange): SyncState {
  const originMs = state.originMs ?? Number(exchange.hostReceivedNs / 1_000_000n);
  const { utcMinusHost } = exchange;
  const host = exchangeInterval(exchange, originMs, state.assumptions.host);
  const utc =
    utcMinusHost && exchangeInterval(exchange, originMs, state.assumptions.utc, utcMinusHost);
  // The interval of UTC survives a step of the host clock: earlier offsets were from the earlier clock.
  const lastReset: Reset | null = hasStepped(state.hosts, exchange)
    ? { atMs: exchange.receivedAtMs, cause: 'host-clock-changed' }
    : state.lastReset;
  const started = { ...state, originMs, lastReset };

  const impossibleMs = Math.max(gapMs(host), utc ? gapMs(utc) : 0);
  if (impossibleMs > 0)
    return withContradiction({ ...started, ...NOTHING_KNOWN }, exchange, impossibleMs);

  const merged = withUtc(withHost(started, exchange, host), exchange, utc);
  const knownHost = merged.hosts.byId.get(exchange.server.clockId)?.interval ?? host;
  const sample = toSample(exchange, originMs, {
    alone: { host, utc },
    known: { host: knownHost, utc: believedUtc(merged) },
  });
  return { ...merged, samples: [...merged.samples, sample].slice(-KEPT_SAMPLES) };
}

/** The state after the device slept or its clock was set: everything known before is dropped. */
export function withDeviceClockChange(state: SyncState, change: DeviceClockChange): SyncState {
  const lastReset = { ...change, cause: 'device-clock-changed' } as const;
  return { ...state, ...NOTHING_KNOWN, lastReset };
}

/** The interval of the elected host clock at a moment of the monotonic clock, in ms since the origin. */
export function hostIntervalAt({ hosts }: SyncState, atMs: number): Interval | null {
  const elected = electedHost(hosts);
  return elected && intervalAt(elected.interval, atMs);
}

/**
 * The interval of UTC at a moment of the monotonic clock, in ms since the origin; null while unknown.
 * Servers that contradict each other agree by chance now and then, so UTC stays unknown until every
 * contradiction is paid off.
 */
export function utcIntervalAt(state: SyncState, atMs: number): Interval | null {
  const utc = believedUtc(state);
  return utc && intervalAt(utc, atMs);
}

function believedUtc({ utc, contradictions }: SyncState): GrowingInterval | null {
  return contradictions > 0 || utc === null ? null : utc.interval;
}

function withHost(state: SyncState, exchange: Exchange, interval: GrowingInterval): SyncState {
  const { hosts, conflictMs } = hear(state.hosts, exchange, interval, assumed(state, 'host'));
  if (conflictMs === null) return { ...state, hosts };
  const emptied = withContradiction({ ...state, ...NOTHING_KNOWN }, exchange, conflictMs);
  const heard = hear(emptied.hosts, exchange, interval, assumed(emptied, 'host'));
  return { ...emptied, hosts: heard.hosts };
}

/** The drifts assumed at present: doubled since the last contradictions. */
function assumed({ assumptions, doublings }: SyncState, of: keyof Assumptions): DeviceAssumptions {
  const { stepMs, driftLimit, driftChange } = assumptions[of];
  const factor = 2 ** doublings;
  return { stepMs, driftLimit: driftLimit * factor, driftChange: driftChange * factor };
}

function withUtc(
  state: SyncState,
  exchange: Exchange,
  interval: GrowingInterval | null,
): SyncState {
  // A server whose sources contradict each other revokes its earlier offsets from UTC.
  if (exchange.server.status === 'contradictory') return withAgreement({ ...state, utc: null });
  if (interval === null) return withAgreement(state);
  const { clock, conflictMs } = track(state.utc, interval, assumed(state, 'utc'));
  if (conflictMs === null) return withAgreement({ ...state, utc: clock });
  const broken = withContradiction(state, exchange, conflictMs);
  return { ...broken, utc: track(null, interval, assumed(broken, 'utc')).clock };
}

function withAgreement(state: SyncState): SyncState {
  const agreeing = state.agreeing + 1;
  const less = (count: number, every: number) =>
    agreeing % every === 0 ? Math.max(0, count - 1) : count;
  return {
    ...state,
    agreeing,
    contradictions: less(state.contradictions, AGREEING_TO_PAY_OFF),
    doublings: less(state.doublings, AGREEING_TO_HALVE),
  };
}

function withContradiction(state: SyncState, exchange: Exchange, gap: number): SyncState {
  return {
    ...state,
    agreeing: 0,
    contradictions: Math.min(state.contradictions + 1, MOST_CONTRADICTIONS),
    doublings: Math.min(state.doublings + 1, MOST_DOUBLINGS),
    lastReset: { atMs: exchange.receivedAtMs, cause: 'contradiction', gapMs: gap },
  };
}
