import type { Break } from './break.ts';

/** The counts over the sessions of one profile. */
export interface Tally {
  exchanges: number;
  /** Intervals of the host clock and of UTC that were compared with the truth. */
  checks: number;
  /** Intervals that excluded the truth although all assumptions held. Must be 0. */
  escapes: number;
  /** Intervals that excluded the truth while an assumption was broken on purpose. */
  outside: number;
  /** Resets without a cause. Must be 0. */
  falseAlarms: number;
  /** Moments at which UTC was unknown. */
  silent: number;
  /** Moments at which UTC was outside its interval. */
  wrong: number;
  readonly breaks: BreakTally[];
  /** UTC's bounds, at the moments when it was known. */
  readonly utcBoundsMs: number[];
  /** Absolute errors at the same moments: the library's and the peer's, in ms. */
  readonly utcErrorsMs: Errors;
  readonly hostErrorsMs: Errors;
}

export interface Errors {
  readonly ours: number[];
  readonly peer: number[];
}

/** The outcome of one break. */
export interface BreakTally {
  readonly kind: Break['kind'];
  readonly sizeMs: number;
  /** The number of exchanges after the break until it was noticed; null when it never was. */
  noticedAfter: number | null;
  /** Whether an interval excluded the truth because of it. */
  harmed: boolean;
}

export function createTally(): Tally {
  return {
    exchanges: 0,
    checks: 0,
    escapes: 0,
    outside: 0,
    falseAlarms: 0,
    silent: 0,
    wrong: 0,
    breaks: [],
    utcBoundsMs: [],
    utcErrorsMs: { ours: [], peer: [] },
    hostErrorsMs: { ours: [], peer: [] },
  };
}

/** The value that this share of all lies at or below; NaN when there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
