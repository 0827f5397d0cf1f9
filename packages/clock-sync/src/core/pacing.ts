import { type ClockState, hostBoundsAt, utcBoundsAt } from './clock-state.ts';
import type { Bounds } from './growing-interval.ts';

/** How much is asked of the clock, and of the network for it. */
export interface Pace {
  /** The bound to stay under, in ms, where the network allows it; 5 by default. */
  readonly targetBoundMs?: number | undefined;
  /**
   * The longest time without an exchange, in ms: how soon it is noticed that nobody answers. From 4 s
   * to a day, 64 s by default; a longer or shorter one counts as the nearest of these.
   */
  readonly longestSilenceMs?: number | undefined;
}

/** A new or dropped clock is sampled this often, this far apart: the luckiest round trip counts. */
export const BURST_EXCHANGES = 8;
const BURST_SPACING_MS = 200;
const SHORTEST_SPACING_MS = 4_000;
/** A timer overflows after 24 days. */
const LONGEST_SILENCE_MS = 86_400_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;
/** Where the network can't give the target, the bound may grow to this many times what it can. */
const TOLERATED_GROWTH = 1.25;

/** What the driver knows beside the state when it asks for a delay. */
export interface Situation {
  /** Now, in ms of the device's monotonic clock. */
  readonly atMs: number;
  /** Failed exchanges since the last good one. */
  readonly failures: number;
  /** Whether somebody asked for an exchange while the last one was under way. */
  readonly isWanted: boolean;
  /** A number in [0, 1), to spread retries. */
  readonly random: number;
}

/**
 * How long to wait before the next exchange, in ms: until the bound has grown to its target, at the
 * least traffic. Failures and contradictions back off exponentially, or one bad server would make
 * every client hammer.
 */
export function nextDelayMs(state: ClockState, pace: Pace, situation: Situation): number {
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
  // A pace that is no number gives the shortest one, and not none at all.
  return Math.max(SHORTEST_SPACING_MS, restMs || 0);
}

function backOff(doublings: number): number {
  return FIRST_RETRY_MS * 2 ** doublings;
}

/** Time until the bound outgrows the target, or what the network's best exchange can give of it. */
function untilTargetMs(state: ClockState, targetBoundMs: number, atMs: number): number {
  const utc = utcBoundsAt(state, atMs);
  const bounds = utc ?? hostBoundsAt(state, atMs);
  if (bounds === null) return 0;
  const { rateError } = utc === null ? state.assumptions.host : state.assumptions.utc;
  const samples = state.samples.map((sample) => halfWidthMs((utc && sample.utc) ?? sample.host));
  const reachableMs = Math.max(targetBoundMs, Math.min(...samples) * TOLERATED_GROWTH);
  return (reachableMs - halfWidthMs(bounds)) / rateError;
}

function halfWidthMs({ earliestMs, latestMs }: Bounds): number {
  return (latestMs - earliestMs) / 2;
}
