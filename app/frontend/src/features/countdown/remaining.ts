import type { TimeReading } from '@dataiku-assessment/clock-sync';
import { clockDigits, clockText, NO_DIGITS } from '../../lib/clock-digits.ts';
import type { Frame } from '../../lib/ticker.ts';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

/** now: the instant is within the reading's bound, or less than a second ago. */
export type CountdownState = 'ahead' | 'now' | 'passed';

/** Compares an instant with a reading. */
export function stateOf(
  untilMs: number,
  { estimateMs, boundMs }: Pick<TimeReading, 'estimateMs' | 'boundMs'>,
): CountdownState {
  const leftMs = untilMs - estimateMs;
  if (Math.abs(leftMs) <= boundMs || (leftMs <= 0 && leftMs > -SECOND_MS)) return 'now';
  return leftMs > 0 ? 'ahead' : 'passed';
}

/** The time left until an instant, or passed since. */
export interface Remaining {
  readonly days: number;
  /** The rest as hours, minutes and seconds, with dashes for unsupported digits: `06:37:12`. */
  readonly clock: string;
}

/**
 * Counts in whole seconds. Time left is rounded up and time passed is rounded down, so that the count
 * is zero at the instant.
 */
export function remainingTo(
  untilMs: number,
  { reading, digits }: Pick<Frame, 'reading' | 'digits'>,
): Remaining {
  if (reading === null || digits === 0) return { days: 0, clock: clockText(NO_DIGITS) };
  const leftMs = untilMs - reading.estimateMs;
  const seconds = leftMs > 0 ? Math.ceil(leftMs / SECOND_MS) : Math.floor(-leftMs / SECOND_MS);
  const spanMs = seconds * SECOND_MS;
  return {
    days: Math.floor(spanMs / DAY_MS),
    clock: clockText(clockDigits(spanMs % DAY_MS, digits)),
  };
}
