import { type Interval, intervalAround } from './interval.ts';

/** The server's time. `scale` says what it is: UTC, or the host clock of a server that can't bound UTC. */
export interface TimeReading extends Interval {
  readonly scale: 'utc' | 'host';
}

/** What was shown, and when, on the device's monotonic clock. */
export interface Shown {
  readonly atMs: number;
  readonly reading: TimeReading;
}

/** How fast the display moves to a better estimate, as a fraction of the time passed. */
const SLEW_RATE = 0.1;
/** A clock this far off was set, not corrected: the display follows at once. */
const STEP_MS = 1_000;

/**
 * What a display should show at a moment, given what it showed before. It moves towards the estimate
 * by at most a tenth of the time passed, so it never runs backwards, and its bound covers what is
 * still to go. A difference of a second or more, or another scale, is a step: it is shown at once.
 */
export function slew(previous: Shown | null, atMs: number, reading: TimeReading): Shown {
  if (previous?.reading.scale === reading.scale) {
    const elapsedMs = Math.max(0, atMs - previous.atMs);
    const expectedMs = previous.reading.estimateMs + elapsedMs;
    const errorMs = reading.estimateMs - expectedMs;
    if (Math.abs(errorMs) < STEP_MS) {
      const budgetMs = elapsedMs * SLEW_RATE;
      const shownMs = expectedMs + Math.max(-budgetMs, Math.min(budgetMs, errorMs));
      return { atMs, reading: { ...reading, ...intervalAround(shownMs, reading) } };
    }
  }
  return { atMs, reading };
}
