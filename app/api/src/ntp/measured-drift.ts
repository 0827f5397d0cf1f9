import { KERNEL_DRIFT_PPM } from '../clock/drift.ts';
import type { Interval } from '../clock/interval.ts';

/** The offset of UTC from the host clock that one exchange proves, at the time of its reply. */
export interface Measurement extends Interval {
  /** On the monotonic clock, in ns. */
  readonly asOfNs: bigint;
}

/** The mean drift of UTC from the host clock over a span is in [minPpm, maxPpm], not rounded. */
interface MeanDrift {
  readonly minPpm: number;
  readonly maxPpm: number;
}

/** A measurement, and the mean drifts that it proves together with those before it. */
export interface DriftRecord extends Measurement {
  readonly drift: MeanDrift;
}

/**
 * The drift of a host clock changes by at most this within the measurements kept and until the next
 * one: the temperature of a crystal moves it by a few tens of ppm.
 */
export const DRIFT_CHANGE_PPM = 50;

/** At a poll every 64 s, a little over an hour. */
const KEPT_MEASUREMENTS = 64;
const ANY_DRIFT: MeanDrift = { minPpm: -Infinity, maxPpm: Infinity };

/** The newest measurements of a server with one more; oldest first. */
export function withMeasurement(
  records: readonly DriftRecord[],
  { asOfNs, minNs, maxNs }: Measurement,
): readonly DriftRecord[] {
  const newest = { asOfNs, minNs, maxNs };
  const drift = records.map((earlier) => meanDrift(earlier, newest)).reduce(common, ANY_DRIFT);
  return [...records, { ...newest, drift }].slice(-KEPT_MEASUREMENTS);
}

/**
 * The limit of drift from the newest measurement on, in whole parts per million; null when two mean
 * drifts differ by more than it can have changed. `caution` multiplies what is assumed.
 *
 * The mean over a span is a drift that the clock had within it, so the drift now differs from it by
 * at most `DRIFT_CHANGE_PPM`. Two bounded offsets T apart give the mean to ± (b₁ + b₂)/T. Until that
 * is better, the assumed limit counts; a mean beyond it disproves it.
 */
export function driftLimitPpm(records: readonly DriftRecord[], caution: number): number | null {
  const changePpm = DRIFT_CHANGE_PPM * caution;
  const assumedPpm = KERNEL_DRIFT_PPM * caution;
  const { minPpm, maxPpm } = records.map(({ drift }) => drift).reduce(common, ANY_DRIFT);
  if (minPpm > maxPpm + changePpm) return null;
  const measuredPpm = Math.max(Math.abs(minPpm), Math.abs(maxPpm)) + changePpm;
  const isAssumptionTrue = minPpm <= assumedPpm && maxPpm >= -assumedPpm;
  return Math.ceil(isAssumptionTrue ? Math.min(measuredPpm, assumedPpm) : measuredPpm);
}

function meanDrift(earlier: Measurement, later: Measurement): MeanDrift {
  const spanNs = Number(later.asOfNs - earlier.asOfNs);
  if (spanNs <= 0) return ANY_DRIFT;
  return {
    minPpm: (Number(later.minNs - earlier.maxNs) / spanNs) * 1e6,
    maxPpm: (Number(later.maxNs - earlier.minNs) / spanNs) * 1e6,
  };
}

function common(a: MeanDrift, b: MeanDrift): MeanDrift {
  return { minPpm: Math.max(a.minPpm, b.minPpm), maxPpm: Math.min(a.maxPpm, b.maxPpm) };
}
