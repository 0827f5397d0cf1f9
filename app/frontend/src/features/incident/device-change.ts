import type { DeviceOffset, ServerClock } from '@dataiku-assessment/clock-sync';
import type { Ticker } from '../../lib/ticker.ts';

/** What became of the device's clock when it parted from the clock that never steps. */
export type DeviceChange =
  | { readonly kind: 'slept' }
  /** `byMs` is positive when it was set forward. */
  | { readonly kind: 'set'; readonly byMs: number };

/** Wall and monotonic clock may part by this, in ms, before the library takes notice. */
const TOLERANCE_MS = 20;

/**
 * Tells a sleep from a clock that was set, by how far the device was off before and after: a clock
 * that ran on through a sleep is as wrong as before. Null when the two can't be compared.
 */
export function judgeDeviceChange(before: DeviceOffset, after: DeviceOffset): DeviceChange | null {
  if (before.scale !== after.scale) return null;
  const byMs = after.offsetMs - before.offsetMs;
  const isSame = Math.abs(byMs) <= before.boundMs + after.boundMs + TOLERANCE_MS;
  return isSame ? { kind: 'slept' } : { kind: 'set', byMs };
}

/** The last change of the device's clock, as an outside store. */
export interface DeviceWatch {
  readonly getChange: () => DeviceChange | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Watches how far the device is off, and judges each change once the server was asked again. */
export function watchDevice(clock: Pick<ServerClock, 'getState'>, ticker: Ticker): DeviceWatch {
  let steady: DeviceOffset | null = null;
  let awaited: DeviceOffset | null = null;
  let seen = clock.getState().lastReset;
  let change: DeviceChange | null = null;

  const look = () => {
    const { lastReset } = clock.getState();
    if (lastReset !== seen) {
      seen = lastReset;
      awaited = lastReset?.cause === 'device-clock-changed' ? steady : null;
      change = null;
    }
    const { deviceOffset } = ticker.getFrame();
    if (deviceOffset === null) return;
    if (awaited !== null) change = judgeDeviceChange(awaited, deviceOffset);
    awaited = null;
    steady = deviceOffset;
  };
  // From the start, and before every listener below: who asks late still learns of it.
  ticker.subscribe(look);
  return { getChange: () => change, subscribe: ticker.subscribe };
}
