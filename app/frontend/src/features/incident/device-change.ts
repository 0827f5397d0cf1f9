import type { DeviceOffset, SyncedClock } from '@dataiku-assessment/clock-sync';
import { WALL_RATE_ERROR } from '../../lib/last-known.ts';
import type { Ticker } from '../../lib/ticker.ts';

/** What became of the device's clock when it parted from the clock that never steps. */
export type DeviceChange =
  | { readonly kind: 'slept' }
  /** Set by `byMs`, ± `boundMs`; forward when positive. */
  | { readonly kind: 'set'; readonly byMs: number; readonly boundMs: number };

/** Wall and monotonic clock may part by this, in ms, before the library takes notice. */
const TOLERANCE_MS = 20;

/**
 * Tells a sleep from a clock that was set, by how far the device was off before and after: a clock
 * that ran on through a sleep is as wrong as before, one that was set is wrong by as much more as it
 * parted. Null where it may have been either or both, where not even the sign of what it was set by is
 * known, and where UTC isn't: a host clock may have stepped meanwhile, or be another one.
 */
export function judgeDeviceChange(
  before: DeviceOffset,
  after: DeviceOffset,
  partedMs: number,
): DeviceChange | null {
  if (before.scale !== 'utc' || after.scale !== 'utc') return null;
  const byMs = after.offsetMs - before.offsetMs;
  const boundMs = before.boundMs + after.boundMs;
  const mayBe = (ms: number) => Math.abs(byMs - ms) <= boundMs + TOLERANCE_MS;
  const mayHaveSlept = partedMs > 0 && mayBe(0);
  if (mayHaveSlept === mayBe(partedMs)) return null;
  if (mayHaveSlept) return { kind: 'slept' };
  return Math.abs(byMs) > boundMs ? { kind: 'set', byMs, boundMs } : null;
}

/** How far the device was off at a moment of its monotonic clock. */
interface OffsetAt {
  readonly offset: DeviceOffset;
  readonly atMs: number;
}

/** The last change of the device's clock, as an outside store. */
export interface DeviceWatch {
  readonly getChange: () => DeviceChange | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Watches how far the device is off, and judges each change once the server was asked again. */
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
      // Of two changes that nobody measured in between, neither can be told.
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
  // From the start, and before every listener below: who asks late still learns of it.
  ticker.subscribe(look);
  return { getChange: () => change, subscribe: ticker.subscribe };
}

/** How far the device would be off at a later moment, had nobody set it: a hidden page may be hours old. */
function offsetBy({ offset, atMs }: OffsetAt, laterMs: number): DeviceOffset {
  return { ...offset, boundMs: offset.boundMs + Math.max(0, laterMs - atMs) * WALL_RATE_ERROR };
}
