import type { DeviceOffset, SyncedClock, TimeReading } from '@dataiku-assessment/clock-sync';
import type { Memory } from './memory.ts';

/** How far the device's clock was off when the server last answered. */
interface LastKnown extends DeviceOffset {
  /** The device's clock at that moment, in ms since 1970. */
  readonly wallMs: number;
}

/** The time by a device that was measured on an earlier visit. */
export interface Recalled {
  readonly reading: TimeReading;
  readonly deviceOffset: DeviceOffset;
  /** When it was measured, in ms since 1970. */
  readonly measuredMs: number;
}

const KEY = 'last-known';

/** By how much a device's own clock may drift, or be corrected without a step: the kernel's limit. */
export const WALL_RATE_ERROR = 500e-6;
/** A clock that shows an earlier time than it did, by more than this in ms, was set back. */
const SET_BACK_MS = 1_000;
/** `Date.now()` is whole ms, which some browsers round up. */
const WALL_STEP_MS = 1;
/** A reading stands on the page for a second. */
const FRAME_MS = 1_000;

/** Remembers, with each exchange, how far the device is off. */
export function rememberLastKnown(clock: SyncedClock, memory: Memory, wallMs: () => number): void {
  clock.subscribe(() => {
    const { connection, lastReset } = clock.getState();
    const offset = clock.deviceOffset();
    if (connection === 'online' && offset !== null) {
      memory.write(KEY, JSON.stringify({ ...offset, wallMs: wallMs() } satisfies LastKnown));
    } else if (offset === null && lastReset !== null) {
      // A device whose clock was set is off by something else now.
      memory.write(KEY, null);
    }
  });
}

/**
 * The time by the device's clock, corrected by what was known of it, with the bound grown since. It
 * is right as long as nobody set that clock; null when nothing was known, or the clock ran back.
 */
export function recallLastKnown(memory: Memory, wallMs: number): Recalled | null {
  const known = parse(memory.read(KEY));
  if (known === null || wallMs < known.wallMs - SET_BACK_MS) return null;
  const { offsetMs, scale } = known;
  const ageMs = Math.max(0, wallMs - known.wallMs) + FRAME_MS;
  const boundMs = known.boundMs + WALL_STEP_MS + ageMs * WALL_RATE_ERROR;
  const estimateMs = wallMs - offsetMs;
  return {
    reading: {
      estimateMs,
      boundMs,
      earliestMs: estimateMs - boundMs,
      latestMs: estimateMs + boundMs,
      scale,
    },
    deviceOffset: { offsetMs, boundMs, scale },
    measuredMs: known.wallMs - offsetMs,
  };
}

/** The last moment that a date with four digits for its year can name, in ms since 1970. */
const LAST_MOMENT_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

function isMoment(ms: unknown): boolean {
  return typeof ms === 'number' && ms >= 0 && ms <= LAST_MOMENT_MS;
}

/** What another version of the page wrote may be anything. */
function parse(text: string | null): LastKnown | null {
  try {
    const known = JSON.parse(text ?? 'null');
    const isWhole =
      [known.wallMs, known.wallMs - known.offsetMs].every(isMoment) &&
      known.boundMs > 0 &&
      Number.isFinite(known.boundMs) &&
      ['utc', 'host'].includes(known.scale);
    return isWhole ? known : null;
  } catch {
    return null;
  }
}
