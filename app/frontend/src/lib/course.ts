const SECOND_MS = 1_000;

/** Below this, in ms, a correction of the display is nothing that anyone sees. */
const UNSEEN_MS = 1;

/** `SyncedClock.display` moves to a better estimate by a tenth of the time passed. */
const SLEW_RATE = 0.1;

/** How the display goes on from a reading. */
export interface Course {
  /** How fast its digits run: 1, or a tenth faster or slower while they are being corrected. */
  readonly rate: number;
  /** How long until it must be read again, in ms: at the next second, or when it is corrected. */
  readonly delayMs: number;
}

/**
 * The course of a display that shows `shownMs`, given the best estimate at the same moment, both in
 * ms since 1970. The digits below a second run by themselves in between.
 */
export function courseOf(shownMs: number, estimateMs: number): Course {
  const toSecondMs = SECOND_MS - (shownMs - Math.floor(shownMs / SECOND_MS) * SECOND_MS);
  const behindMs = estimateMs - shownMs;
  if (Math.abs(behindMs) < UNSEEN_MS) return { rate: 1, delayMs: toSecondMs };
  const rate = 1 + Math.sign(behindMs) * SLEW_RATE;
  return { rate, delayMs: Math.min(toSecondMs / rate, Math.abs(behindMs) / SLEW_RATE) };
}
