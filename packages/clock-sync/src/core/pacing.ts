import type { ClockState } from './clock-state.ts';

/** A new or dropped clock is sampled this often, this far apart: the luckiest round trip counts. */
const BURST_EXCHANGES = 8;
const BURST_SPACING_MS = 200;
/** A page that is looked at asks this often, so that it notices within seconds when nobody answers. */
const STEADY_SPACING_MS = 4_000;
const LONGEST_RETRY_MS = 15_000;
const LONGEST_BACK_OFF_MS = 300_000;

/**
 * How long to wait before the next exchange, in ms. Failures and contradictions back off
 * exponentially, or one bad server would make every client hammer.
 *
 * `failures` counts the failed exchanges since the last good one; `random` is in [0, 1).
 */
export function nextDelayMs(state: ClockState, failures: number, random: number): number {
  if (failures > 0)
    return Math.min(1_000 * 2 ** (failures - 1), LONGEST_RETRY_MS) * (0.5 + random / 2);
  if (state.contradictions > 0) {
    return Math.min(500 * 2 ** state.contradictions, LONGEST_BACK_OFF_MS) * (0.5 + random / 2);
  }
  return state.agreeing < BURST_EXCHANGES ? BURST_SPACING_MS : STEADY_SPACING_MS;
}
