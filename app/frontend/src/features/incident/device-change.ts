import type { DeviceOffset, SyncedClock } from '@dataiku-assessment/clock-sync';
import { grownByDrift } from '../../lib/device-drift.ts';
import type { Ticker } from '../../lib/ticker.ts';

/** What happened to the device when its wall clock and its monotonic clock parted. */
export type DeviceChange =
  | { readonly kind: 'slept' }
  /** The clock was set by `byMs` ± `boundMs`; forward when positive. */
  | { readonly kind: 'set'; readonly byMs: number; readonly boundMs: number };

/** The library doesn't notice when the wall and the monotonic clock part by less than this, in ms. */
const UNNOTICED_MS = 20;

/**
 * Distinguishes a sleep from a clock that was set, by the device's offsets before and after. A sleep
 * leaves the offset unchanged; setting the clock changes it by as much as the clocks parted. Null when
 * both are possible, when the sign of the change is unknown, and when UTC is unknown: a host clock may
 * have been stepped meanwhile, or be another one.
 */
export function judgeDeviceChange(
  before: DeviceOffset,
  after: DeviceOffset,
  partedMs: number,
): DeviceChange | null {
  if (before.scale !== 'utc' || after.scale !== 'utc') return null;
  const byMs = after.offsetMs - before.offsetMs;
  const boundMs = before.boundMs + after.boundMs;
  const mayBe = (ms: number) => Math.abs(byMs - ms) <= boundMs + UNNOTICED_MS;
  const mayHaveSlept = partedMs > 0 && mayBe(0);
  if (mayHaveSlept === mayBe(partedMs)) return null;
  if (mayHaveSlept) return { kind: 'slept' };
  return Math.abs(byMs) > boundMs ? { kind: 'set', byMs, boundMs } : null;
}

/** The device's offset at a moment of its monotonic clock. */
interface OffsetAt {
  readonly offset: DeviceOffset;
  readonly atMs: number;
}

/** The last change of the device's clock, as an external store. */
export interface DeviceWatch {
  readonly getChange: () => DeviceChange | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Watches the device's offset, and judges each change after the next exchange. */
export function watchDevice(clock: Pick<SyncedClock, 'getState'>, ticker: Ticker): DeviceWatch {
  let steady: OffsetAt | null = null;
  let awaited: { readonly before: OffsetAt; readonly partedMs: number } | null = null;
  let seen = clock.getState().lastReset;
  let change: DeviceChange | null = null;

  const look = () => {
    const { lastReset } = clock.getState();
    if (lastReset !== seen) {
      seen = lastReset;
      const before = steady;
      // Two changes without an exchange in between can't be told apart.
      steady = null;
      const isOfDevice = lastReset?.cause === 'device-clock-changed';
      awaited = isOfDevice && before ? { before, partedMs: lastReset.partedMs } : null;
      change = null;
    }
    const { deviceOffset: offset, atMs } = ticker.getFrame();
    if (offset === null) return;
    if (awaited !== null) {
      change = judgeDeviceChange(offsetBy(awaited.before, atMs), offset, awaited.partedMs);
    }
    awaited = null;
    steady = { offset, atMs };
  };
  // Subscribes first, so that the listeners below see the change in the same tick.
  ticker.subscribe(look);
  return { getChange: () => change, subscribe: ticker.subscribe };
}

/** The offset at a later moment if nobody set the clock. A page may have been hidden for hours. */
function offsetBy({ offset, atMs }: OffsetAt, laterMs: number): DeviceOffset {
  return grownByDrift(offset, laterMs - atMs);
}
