import type { Break } from './break.ts';

/** What is counted over the sessions of one profile. */
export interface Tally {
  exchanges: number;
  /** Intervals held against the truth: the host clock's and UTC's. */
  checks: number;
  /** Truths outside of their interval though all assumptions held. Must be 0. */
  escapes: number;
  /** Truths outside of their interval while an assumption was broken on purpose. */
  outside: number;
  /** Times that knowledge was dropped though nothing had happened. Must be 0. */
  falseAlarms: number;
  /** Moments at which the library said that it can't know UTC. */
  silent: number;
  /** Moments at which UTC was outside of what the library said of it. */
  wrong: number;
  readonly breaks: BreakTally[];
  /** Bounds at the moments at which it said something. */
  readonly utcBoundsMs: number[];
  /** Absolute errors at the same moments: the library's and the peer's, in ms. */
  readonly utcErrorsMs: Errors;
  readonly hostErrorsMs: Errors;
}

export interface Errors {
  readonly ours: number[];
  readonly peer: number[];
}

/** What became of one break. */
export interface BreakTally {
  readonly kind: Break['kind'];
  readonly sizeMs: number;
  /** Exchanges begun after it until it was noticed; null when it never was. */
  noticedAfter: number | null;
  /** Whether a truth was outside of its interval because of it. */
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
