import type { Device } from './ports.ts';

/** The device's wall clock, read between two readings of its monotonic clock. In ms. */
export interface WallReading {
  readonly fromMs: number;
  readonly wallMs: number;
  readonly untilMs: number;
}

/** A reading that took longer is too inaccurate to compare with. */
const LONGEST_READING_MS = 1;
const MOST_READINGS = 8;

/** A device's clock may be slewed at this rate, the kernel's limit, without being stepped. */
const SLEW_RATE = 500e-6;
/** Slewing counts for at most this long. Otherwise an hour in a hidden tab could hide a sleep of seconds. */
const LONGEST_SLEW_MS = 60_000;
/** 20 ms together with the duration of both readings and 1 ms of rounding of `Date.now()` in each. */
const ALLOWED_MS = 16;

/** Reads the wall clock several times and keeps the shortest reading: a pause must not look like a step. */
export function readWall(device: Device): WallReading {
  let shortest = readOnce(device);
  for (let i = 1; i < MOST_READINGS && !isShort(shortest); i += 1) {
    const reading = readOnce(device);
    if (tookMs(reading) < tookMs(shortest)) shortest = reading;
  }
  return shortest;
}

/** Whether a reading is accurate enough to compare later ones with. */
export function isShort(reading: WallReading): boolean {
  return tookMs(reading) <= LONGEST_READING_MS;
}

/**
 * By how many ms the wall clock surely moved ahead of the monotonic clock between two readings, or
 * behind it when negative; 0 when both may have kept pace, or the wall clock was slewed.
 */
export function partedMs(before: WallReading, after: WallReading, stepMs: number): number {
  const leastMs = after.wallMs - after.untilMs - (before.wallMs - before.fromMs);
  const mostMs = leastMs + tookMs(before) + tookMs(after);
  const slewedMs = Math.min(after.untilMs - before.fromMs, LONGEST_SLEW_MS) * SLEW_RATE;
  const allowedMs = ALLOWED_MS + 2 * stepMs + slewedMs;
  if (leastMs > allowedMs) return leastMs;
  return mostMs < -allowedMs ? mostMs : 0;
}

function readOnce(device: Device): WallReading {
  const fromMs = device.monotonicMs();
  const wallMs = device.wallMs();
  return { fromMs, wallMs, untilMs: device.monotonicMs() };
}

function tookMs({ fromMs, untilMs }: WallReading): number {
  return untilMs - fromMs;
}
