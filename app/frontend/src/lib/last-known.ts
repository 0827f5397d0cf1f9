import type { DeviceOffset, TimeReading } from '@dataiku-assessment/clock-sync';
import { grownByDrift } from './device-drift.ts';
import type { Memory } from './memory.ts';

/** The device's offset when the server last answered, as it is stored. */
export interface LastKnown extends DeviceOffset {
  /** The device's clock at that moment, in ms since 1970. */
  readonly wallMs: number;
}

/** The time by the device's clock, corrected by the offset that an earlier visit measured. */
export interface Recalled {
  readonly reading: TimeReading;
  readonly deviceOffset: DeviceOffset;
  /** The time of that measurement, in ms since 1970. */
  readonly measuredMs: number;
}

/** The key of the page's storage. */
export const LAST_KNOWN = 'last-known';

/** A clock that shows an earlier time than before, by more than this in ms, was set back. */
const SET_BACK_MS = 1_000;
/** `Date.now()` is whole ms, and some browsers round it up. */
const WALL_STEP_MS = 1;
/** A reading stays on the page for a second. */
const FRAME_MS = 1_000;

/**
 * The time by the device's clock, corrected by its last known offset, with the bound grown since. It
 * holds if nobody has set that clock. Null when no offset is known, or the clock was set back.
 */
export function recallLastKnown(memory: Memory, wallMs: number): Recalled | null {
  const known = parse(memory.read(LAST_KNOWN));
  if (known === null || wallMs < known.wallMs - SET_BACK_MS) return null;
  const { offsetMs, scale } = known;
  const ageMs = Math.max(0, wallMs - known.wallMs) + FRAME_MS;
  const boundMs = grownByDrift(known, ageMs).boundMs + WALL_STEP_MS;
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

/** The end of the year 9999, in ms since 1970: dates have four digits for the year. */
const LAST_MOMENT_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

function isMoment(ms: unknown): boolean {
  return typeof ms === 'number' && ms >= 0 && ms <= LAST_MOMENT_MS;
}

/** Validates the stored text: another version of the page may have written it. */
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
