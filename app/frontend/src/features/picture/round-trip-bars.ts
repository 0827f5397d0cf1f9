import { toleranceFraction } from '../../lib/tolerance-scale.ts';

/** Five bars to a decade of the gauge's scale. */
export const BARS = 35;

/** One bar of the histogram: round trips of about the same length. */
export interface RoundTripBar {
  /** Its place on the gauge's scale, from the finest. */
  readonly index: number;
  readonly count: number;
}

/** How many round trips, in ms, fall on each bar; those with none are left out. */
export function roundTripBars(roundTripsMs: readonly number[]): readonly RoundTripBar[] {
  const counts = new Map<number, number>();
  for (const roundTripMs of roundTripsMs) {
    const index = Math.min(BARS - 1, Math.floor(toleranceFraction(roundTripMs) * BARS));
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return [...counts].map(([index, count]) => ({ index, count }));
}

/** The middle of them, in ms: as many are shorter as are longer. Null when there are none. */
export function medianMs(roundTripsMs: readonly number[]): number | null {
  return roundTripsMs.toSorted((a, b) => a - b)[Math.floor(roundTripsMs.length / 2)] ?? null;
}
