import type { Device } from './ports.ts';

/** The device's wall clock, read between two readings of its monotonic one. In ms. */
export interface WallReading {
  readonly fromMs: number;
  readonly wallMs: number;
  readonly untilMs: number;
}

/** A reading that took longer says too little of how far the two clocks are apart. */
const LONGEST_READING_MS = 1;
const MOST_READINGS = 8;

/** A device's clock may be slewed at this rate (the kernel's own limit) without having stepped. */
const SLEW_RATE = 500e-6;
/** Counted for no longer than this, or an hour in which nobody looked could hide a sleep of seconds. */
const LONGEST_SLEW_MS = 60_000;
/** With the two readings, and the 1 ms that `Date.now()` may be off at each, 20 ms. */
const TOLERANCE_MS = 16;

/** Reads the wall clock. A pause during the reading is no step of it: reads again, for the shortest. */
export function readWall(device: Device): WallReading {
  let shortest = readOnce(device);
  for (let i = 1; i < MOST_READINGS && !isShort(shortest); i += 1) {
    const reading = readOnce(device);
    if (tookMs(reading) < tookMs(shortest)) shortest = reading;
  }
  return shortest;
}

/** Whether later readings may be held against this one. */
export function isShort(reading: WallReading): boolean {
  return tookMs(reading) <= LONGEST_READING_MS;
}

/**
 * By how many ms the wall clock surely got ahead of the monotonic one between two readings, or behind
 * it when negative; 0 when it may have kept its pace, or was slewed.
 */
export function partedMs(before: WallReading, after: WallReading, stepMs: number): number {
  const leastMs = after.wallMs - after.untilMs - (before.wallMs - before.fromMs);
  const mostMs = leastMs + tookMs(before) + tookMs(after);
  const slewedMs = Math.min(after.untilMs - before.fromMs, LONGEST_SLEW_MS) * SLEW_RATE;
  const allowedMs = TOLERANCE_MS + 2 * stepMs + slewedMs;
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
