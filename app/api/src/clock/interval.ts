import { driftNs } from './drift.ts';
import { larger, smaller } from './extremes.ts';

/** The truth lies in [minNs, maxNs]. */
export interface Interval {
  readonly minNs: bigint;
  readonly maxNs: bigint;
}

/** The interval of an offset after a span in ns, as far as the two clocks may have drifted apart. */
export function grow({ minNs, maxNs }: Interval, spanNs: bigint, driftPpm: number): Interval {
  const growthNs = driftNs(spanNs, driftPpm);
  return { minNs: minNs - growthNs, maxNs: maxNs + growthNs };
}

/** The part that two intervals share; `minNs` is above `maxNs` where they share none. */
export function intersect(a: Interval, b: Interval): Interval {
  return { minNs: larger(a.minNs, b.minNs), maxNs: smaller(a.maxNs, b.maxNs) };
}

/** The bound of an interval: half of its width in ns, rounded up. */
export function boundNs({ minNs, maxNs }: Interval): bigint {
  return (maxNs - minNs + 1n) / 2n;
}

/** The middle of an interval, in ns. */
export function middleNs({ minNs, maxNs }: Interval): bigint {
  return (minNs + maxNs) / 2n;
}
