import type { TimeReading } from '@dataiku-assessment/clock-sync';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

/** An instant as a link names it: a date and a time, with Z or an offset. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** An instant in ms since 1970; null when the text is none. A `+` that was not escaped is a space. */
export function parseInstant(text: string): number | null {
  const instant = text.replace(' ', '+');
  const epochMs = INSTANT.test(instant) ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(epochMs) ? null : epochMs;
}

/** The time left to an instant, or passed since. */
export interface Remaining {
  /** now: the instant lies within the reading's bound, so nobody can tell. */
  readonly state: 'ahead' | 'now' | 'passed';
  readonly days: number;
  /** What is left of a day: `06:37:12`. */
  readonly clock: string;
}

/**
 * Counts in whole seconds: what is left is rounded up and what has passed is cut off, so that it
 * reaches zero when the instant does. The reading is the server's, whatever the device's clock shows.
 */
export function remainingTo(
  untilMs: number,
  { estimateMs, boundMs }: Pick<TimeReading, 'estimateMs' | 'boundMs'>,
): Remaining {
  const leftMs = untilMs - estimateMs;
  const seconds = leftMs > 0 ? Math.ceil(leftMs / SECOND_MS) : Math.floor(-leftMs / SECOND_MS);
  const state = Math.abs(leftMs) <= boundMs ? 'now' : leftMs > 0 ? 'ahead' : 'passed';
  const spanMs = seconds * SECOND_MS;
  return {
    state,
    days: Math.floor(spanMs / DAY_MS),
    clock: new Date(spanMs % DAY_MS).toISOString().slice(11, 19),
  };
}
