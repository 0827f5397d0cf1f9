import {
  type DeviceAssumptions,
  type GrowingInterval,
  gapMs,
  intersect,
  intervalAt,
  withDriftLimit,
} from './growing-interval.ts';
import { type DriftRecord, measuredDriftLimit, withMeasurement } from './measured-drift.ts';

/** Another clock: what its exchanges together prove of its time and of its drift. */
export interface TrackedClock {
  readonly interval: GrowingInterval;
  readonly records: readonly DriftRecord[];
}

/** The clock after an exchange, and how far apart its exchanges are if they exclude each other. */
export interface Tracking {
  readonly clock: TrackedClock;
  /** The gap in ms, 0 when only their drifts exclude each other; null when all agree. */
  readonly conflictMs: number | null;
}

/** The clock after the exchange that proves `newest`; alone after it if the ones before are excluded. */
export function track(
  known: TrackedClock | null,
  newest: GrowingInterval,
  assumptions: DeviceAssumptions,
): Tracking {
  const alone = trackNew(newest, assumptions);
  if (known === null) return { clock: alone, conflictMs: null };
  const { stepMs } = assumptions;
  // Until the newest exchange, the known interval has grown by its own drift.
  const both = intersect(known.interval, withDriftLimit(newest, known.interval.driftLimit, stepMs));
  const gap = gapMs(both);
  if (gap > 0) return { clock: alone, conflictMs: gap };
  const records = withMeasurement(known.records, measurement(newest), assumptions);
  const driftLimit = measuredDriftLimit(records, assumptions);
  if (driftLimit === null) return { clock: alone, conflictMs: 0 };
  const interval = withDriftLimit(both, driftLimit, stepMs);
  return { clock: { interval, records }, conflictMs: null };
}

function trackNew(newest: GrowingInterval, assumptions: DeviceAssumptions): TrackedClock {
  const interval = withDriftLimit(newest, assumptions.driftLimit, assumptions.stepMs);
  return { interval, records: withMeasurement([], measurement(newest), assumptions) };
}

function measurement(newest: GrowingInterval) {
  const atMs = newest.sinceMs;
  const { earliestMs, latestMs } = intervalAt(newest, atMs);
  return { atMs, earliestMs: earliestMs - atMs, latestMs: latestMs - atMs };
}
