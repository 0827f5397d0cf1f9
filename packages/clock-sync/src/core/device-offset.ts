import type { TimeReading } from './display.ts';
import type { Device } from './ports.ts';

/** The device's own clock minus the server's time, in ms: positive when the device is ahead. */
export interface DeviceOffset {
  readonly offsetMs: number;
  /** The true offset is at most this far from `offsetMs`. */
  readonly boundMs: number;
  readonly scale: TimeReading['scale'];
}

/** `Date.now()` is whole ms, and some browsers round it up. */
const WALL_STEP_MS = 1;

/** Measures how far the device's clock is ahead of the time that `now` reads; null while it is unknown. */
export function measureDeviceOffset(
  device: Device,
  now: () => TimeReading | null,
): DeviceOffset | null {
  const before = now();
  const wallMs = device.wallMs();
  // A pause between the two readings of the time widens the bound, and can't make it false.
  const after = now();
  if (!before || !after) return null;
  const stepMs = Math.max(WALL_STEP_MS, device.stepMs);
  const earliestMs = wallMs - stepMs - after.latestMs;
  const latestMs = wallMs + stepMs - before.earliestMs;
  return {
    offsetMs: (earliestMs + latestMs) / 2,
    boundMs: (latestMs - earliestMs) / 2,
    scale: after.scale,
  };
}
