const SECOND_MS = 1_000;

/** Smaller corrections of the display, in ms, are not visible. */
const UNSEEN_MS = 1;

/** `SyncedClock.display` slews by a tenth of the time passed. */
const SLEW_RATE = 0.1;

/** The course of a display from one reading to the next. */
export interface Course {
  /** The rate of its digits: 1, or a tenth faster or slower while it is slewed. */
  readonly rate: number;
  /** The time until the next reading, in ms: at the next second, or when the correction is done. */
  readonly delayMs: number;
}

/**
 * The course of a display that shows `shownMs`, given the best estimate at the same moment, both in ms
 * since 1970. The digits below a second are animated in between.
 */
export function courseOf(shownMs: number, estimateMs: number): Course {
  const toSecondMs = SECOND_MS - (shownMs - Math.floor(shownMs / SECOND_MS) * SECOND_MS);
  const behindMs = estimateMs - shownMs;
  if (Math.abs(behindMs) < UNSEEN_MS) return { rate: 1, delayMs: toSecondMs };
  const rate = 1 + Math.sign(behindMs) * SLEW_RATE;
  return { rate, delayMs: Math.min(toSecondMs / rate, Math.abs(behindMs) / SLEW_RATE) };
}
