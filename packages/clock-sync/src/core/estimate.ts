import type { Interval } from './growing-interval.ts';

/** The best estimate of a clock at one moment, and the interval that the truth lies in. In ms since 1970. */
export interface Estimate extends Interval {
  readonly estimateMs: number;
  /** The truth is at most this far from the estimate. */
  readonly boundMs: number;
}

/** The step of a double at today's count of ms since 1970: 0.24 µs. */
const EPOCH_STEP_MS = 2 ** -12;

/** An interval in ms since 1970, rounded outward, from one in ms since an origin (whole ms since 1970). */
export function sinceEpoch({ earliestMs, latestMs }: Interval, originMs: number): Interval {
  return {
    earliestMs: originMs + earliestMs - EPOCH_STEP_MS,
    latestMs: originMs + latestMs + EPOCH_STEP_MS,
  };
}

/** The estimate in the middle of an interval that counts from an origin. */
export function toEstimate(interval: Interval, originMs: number): Estimate {
  const estimateMs = originMs + (interval.earliestMs + interval.latestMs) / 2;
  return estimateWithin(estimateMs, sinceEpoch(interval, originMs));
}

/** An estimate anywhere in an interval. Its bound reaches to the farther end. */
export function estimateWithin(estimateMs: number, { earliestMs, latestMs }: Interval): Estimate {
  return {
    estimateMs,
    earliestMs,
    latestMs,
    boundMs: Math.max(latestMs - estimateMs, estimateMs - earliestMs),
  };
}
