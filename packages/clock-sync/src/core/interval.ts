import type { Bounds } from './growing-interval.ts';

/** Where a clock reads at some moment: surely within [earliest, latest], in ms since 1970. */
export interface Interval {
  /** The best estimate. */
  readonly estimateMs: number;
  readonly earliestMs: number;
  readonly latestMs: number;
  /** The truth is at most this far from the estimate. */
  readonly boundMs: number;
}

/** The step of a double at today's count of ms since 1970: 0.24 µs. */
const EPOCH_STEP_MS = 2 ** -12;

/** Bounds since an origin (whole ms since 1970) as bounds since 1970, rounded outward. */
export function sinceEpoch({ earliestMs, latestMs }: Bounds, originMs: number): Bounds {
  return {
    earliestMs: originMs + earliestMs - EPOCH_STEP_MS,
    latestMs: originMs + latestMs + EPOCH_STEP_MS,
  };
}

/** The same as an interval around its middle. */
export function toInterval(bounds: Bounds, originMs: number): Interval {
  const estimateMs = originMs + (bounds.earliestMs + bounds.latestMs) / 2;
  return intervalAround(estimateMs, sinceEpoch(bounds, originMs));
}

/** An interval with an estimate that need not be its middle. */
export function intervalAround(estimateMs: number, { earliestMs, latestMs }: Bounds): Interval {
  return {
    estimateMs,
    earliestMs,
    latestMs,
    boundMs: Math.max(latestMs - estimateMs, estimateMs - earliestMs),
  };
}
