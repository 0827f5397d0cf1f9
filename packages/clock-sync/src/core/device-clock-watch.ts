import type { Device } from './ports.ts';
import { isShort, partedMs, readWall } from './wall-clock.ts';

/** A sleep of the device or a step of its wall clock. Times are ms. */
export interface DeviceClockChange {
  /** When it was noticed, on the monotonic clock. */
  readonly atMs: number;
  /** How far the wall clock moved ahead of the monotonic clock; negative when it moved behind. */
  readonly partedMs: number;
}

/** Watches a device's clocks. The returned function checks for a change since it was called last. */
export function watchDeviceClock(device: Device): () => DeviceClockChange | null {
  let last = readWall(device);
  return () => {
    const wall = readWall(device);
    const parted = partedMs(last, wall, device.stepMs);
    // A reading that took too long is no base for the next check, unless the clocks parted.
    if (parted !== 0 || isShort(wall)) last = wall;
    return parted === 0 ? null : { atMs: wall.untilMs, partedMs: parted };
  };
}
