import { scaleFraction } from '../../lib/bound-scale.ts';

/** Five bars for each decade of the bound scale. */
export const BARS = 35;

/** One bar of the histogram: round trips of about the same length. */
export interface RoundTripBar {
  /** Its place on the bound scale, from the finest. */
  readonly index: number;
  readonly count: number;
}

/** Counts the round trips, in ms, of each bar. Empty bars are left out. */
export function roundTripBars(roundTripsMs: readonly number[]): readonly RoundTripBar[] {
  const counts = new Map<number, number>();
  for (const roundTripMs of roundTripsMs) {
    const index = Math.min(BARS - 1, Math.floor(scaleFraction(roundTripMs) * BARS));
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return [...counts].map(([index, count]) => ({ index, count }));
}

/** The median in ms; null when there are none. */
export function medianMs(roundTripsMs: readonly number[]): number | null {
  return roundTripsMs.toSorted((a, b) => a - b)[Math.floor(roundTripsMs.length / 2)] ?? null;
}
