import { type Estimate, estimateWithin } from './estimate.ts';

/** The server's time. `scale` is "utc", or "host" for the host clock of a server that can't bound UTC. */
export interface TimeReading extends Estimate {
  readonly scale: 'utc' | 'host';
}

/** What a display showed, and when, in ms of the device's monotonic clock. */
export interface Shown {
  readonly atMs: number;
  readonly reading: TimeReading;
}

/** The rate at which the display is slewed, as a fraction of the time passed. */
const SLEW_RATE = 0.1;
/** A clock that is this far off was set, not just measured better: the display steps. */
const STEP_MS = 1_000;

/**
 * The reading that a display should show, given what it showed before. It is slewed towards the
 * estimate by at most a tenth of the time passed, so it never runs backwards, and its bound covers the
 * remaining correction. The display steps at a difference of a second or more, and at a change of scale.
 */
export function slew(previous: Shown | null, atMs: number, reading: TimeReading): Shown {
  if (previous?.reading.scale === reading.scale) {
    const elapsedMs = Math.max(0, atMs - previous.atMs);
    const expectedMs = previous.reading.estimateMs + elapsedMs;
    const correctionMs = reading.estimateMs - expectedMs;
    if (Math.abs(correctionMs) < STEP_MS) {
      const limitMs = elapsedMs * SLEW_RATE;
      const shownMs = expectedMs + Math.max(-limitMs, Math.min(limitMs, correctionMs));
      return { atMs, reading: { ...reading, ...estimateWithin(shownMs, reading) } };
    }
  }
  return { atMs, reading };
}
