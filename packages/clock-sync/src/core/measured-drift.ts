import type { DeviceAssumptions, Interval } from './growing-interval.ts';

/** The other clock minus the device's, in ms since an origin, as one exchange proves it. */
interface Measurement extends Interval {
  /** In ms of the device's monotonic clock. */
  readonly atMs: number;
}

/** A measurement, and the mean drifts that it proves together with those before it, as fractions. */
export interface DriftRecord extends Measurement {
  readonly slowest: number;
  readonly fastest: number;
}

/** At 64 s from one to the next, some hours: over a slow network that measures to tens of ppm. */
const KEPT_MEASUREMENTS = 256;
const ANY_DRIFT = { slowest: -Infinity, fastest: Infinity } as const;

/** The newest measurements of a clock with one more; oldest first. */
export function withMeasurement(
  records: readonly DriftRecord[],
  newest: Measurement,
  { stepMs }: DeviceAssumptions,
): readonly DriftRecord[] {
  const drift = records
    .map((earlier) => meanDrift(earlier, newest, stepMs))
    .reduce(common, ANY_DRIFT);
  return [...records, { ...newest, ...drift }].slice(-KEPT_MEASUREMENTS);
}

/**
 * The limit of the drift from the newest measurement on, as a fraction; null when two mean drifts
 * differ by more than the drift can have changed.
 *
 * The mean over a span is a drift that the clock had within it, so the drift now differs from it by
 * at most `driftChange`. Two bounded offsets T apart give the mean to ± (b₁ + b₂)/T. Until that is
 * better, the assumed limit counts; a mean beyond it disproves it.
 */
export function measuredDriftLimit(
  records: readonly DriftRecord[],
  { driftLimit, driftChange }: DeviceAssumptions,
): number | null {
  const { slowest, fastest } = records.reduce<Pick<DriftRecord, 'slowest' | 'fastest'>>(
    common,
    ANY_DRIFT,
  );
  if (slowest > fastest + driftChange) return null;
  const measured = Math.max(Math.abs(slowest), Math.abs(fastest)) + driftChange;
  const isAssumptionTrue = slowest <= driftLimit && fastest >= -driftLimit;
  return isAssumptionTrue ? Math.min(measured, driftLimit) : measured;
}

function meanDrift(earlier: Measurement, later: Measurement, stepMs: number) {
  const spanMs = later.atMs - earlier.atMs;
  if (spanMs <= 0) return ANY_DRIFT;
  return {
    slowest: (later.earliestMs - earlier.latestMs - stepMs) / spanMs,
    fastest: (later.latestMs - earlier.earliestMs + stepMs) / spanMs,
  };
}

function common(
  a: Pick<DriftRecord, 'slowest' | 'fastest'>,
  b: Pick<DriftRecord, 'slowest' | 'fastest'>,
) {
  return { slowest: Math.max(a.slowest, b.slowest), fastest: Math.min(a.fastest, b.fastest) };
}
