import type { Interval } from './growing-interval.ts';
import { hostIntervalAt, type SyncState, utcIntervalAt } from './sync-state.ts';
import { electedHost } from './tracked-hosts.ts';

/** How small the bound should be, and how often the server is asked at least. */
export interface Pace {
  /** The bound to stay under, in ms, as far as the network allows. Default: 5. */
  readonly targetBoundMs?: number | undefined;
  /**
   * The longest time between two exchanges, in ms: a lost server is noticed within it. From 4 s to a
   * day, values outside are clamped. Default: 64 s.
   */
  readonly longestSilenceMs?: number | undefined;
}

/** At the start and after a reset: the shortest of several round trips gives the smallest bound. */
export const BURST_EXCHANGES = 8;
const BURST_SPACING_MS = 200;
const SHORTEST_SPACING_MS = 4_000;
/** Timers overflow after 24 days. */
const LONGEST_SILENCE_MS = 86_400_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;
/** If the network can't reach the target, the bound may grow to this multiple of the best sample's. */
const ALLOWED_GROWTH = 1.25;

/** The situation of the exchange loop when it asks for a delay. */
export interface Situation {
  /** Now, in ms of the device's monotonic clock. */
  readonly atMs: number;
  /** Failed exchanges since the last successful one. */
  readonly failures: number;
  /** Whether somebody asked for an exchange during the last one. */
  readonly isWanted: boolean;
  /** A number in [0, 1), to spread retries. */
  readonly random: number;
}

/**
 * How long to wait before the next exchange, in ms: until the bound will have grown to its target, which
 * takes the fewest exchanges. Failures and contradictions back off exponentially; otherwise all clients
 * of one bad server would flood it.
 */
export function nextDelayMs(state: SyncState, pace: Pace, situation: Situation): number {
  const { failures, isWanted, random } = situation;
  if (isWanted) return BURST_SPACING_MS;
  const spread = 0.5 + random / 2;
  if (failures > 0) return Math.min(backOff(failures - 1), LONGEST_RETRY_MS) * spread;
  if (state.contradictions > 0) {
    return backOff(state.contradictions - 1) * spread;
  }
  if (state.agreeing < BURST_EXCHANGES) return BURST_SPACING_MS;
  const { targetBoundMs = 5, longestSilenceMs = 64_000 } = pace;
  const delayMs = untilTargetMs(state, targetBoundMs, situation.atMs);
  const restMs = Math.min(longestSilenceMs, LONGEST_SILENCE_MS, delayMs);
  // A pace of NaN gives the shortest wait; a timer would take NaN for 0.
  return Math.max(SHORTEST_SPACING_MS, restMs || 0);
}

function backOff(doublings: number): number {
  return FIRST_RETRY_MS * 2 ** doublings;
}

/** The time until the bound outgrows its target, or the bound of the best sample if that is larger. */
function untilTargetMs(state: SyncState, targetBoundMs: number, atMs: number): number {
  const utc = utcIntervalAt(state, atMs);
  const interval = utc ?? hostIntervalAt(state, atMs);
  const clock = utc === null ? electedHost(state.hosts) : state.utc;
  if (interval === null || clock === null) return 0;
  const boundsMs = state.samples.map((sample) => boundMsOf((utc && sample.utc) ?? sample.host));
  const reachableMs = Math.max(targetBoundMs, Math.min(...boundsMs) * ALLOWED_GROWTH);
  return (reachableMs - boundMsOf(interval)) / clock.interval.driftLimit;
}

function boundMsOf({ earliestMs, latestMs }: Interval): number {
  return (latestMs - earliestMs) / 2;
}
