import { isSameBase } from '../clock/clock-base.ts';
import { KERNEL_DRIFT_PPM } from '../clock/drift.ts';
import { intersect } from '../clock/interval.ts';
import { type DriftRecord, driftLimitPpm, withMeasurement } from './measured-drift.ts';
import { type GrowingSample, type Sample, sampleAt } from './sample.ts';

/** The samples of one server on one clock base. */
export interface ServerSamples {
  /** Their intersection at the time of the newest one. It grows by the drift that they prove. */
  readonly sample: GrowingSample;
  readonly records: readonly DriftRecord[];
  /** Contradictions that are not paid off yet: each doubles the drift that is assumed. */
  readonly contradictions: number;
  /** Exchanges since the last contradiction. */
  readonly agreeing: number;
}

/** How a server's samples exclude each other. */
export interface Conflict {
  /** The gap between the newest one and those before it, in ns; null when only their drifts differ. */
  readonly gapNs: bigint | null;
}

/** This many agreeing exchanges in a row pay off one contradiction: about an hour at a poll every 64 s. */
const AGREEING_TO_PAY_OFF = 64;
/** At 2⁶ · 500 ppm a second adds 32 ms: beyond that a clock is broken. */
const MOST_CONTRADICTIONS = 6;

/**
 * Intersects a server's newest sample with those before it: all are true of one clock base. Where
 * they share nothing, or prove drifts too far apart, the assumed drift was too small, or the server's
 * clock was set. Then the earlier ones are dropped, and twice the drift is assumed.
 */
export function withSample(
  kept: ServerSamples | null,
  newest: Sample,
): ServerSamples & { readonly conflict: Conflict | null } {
  if (kept === null || !isSameBase(kept.sample.baseNs, newest.baseNs))
    return { ...alone(newest, 0), conflict: null };
  const { minNs, maxNs } = intersect(sampleAt(kept.sample, newest.asOfNs), newest);
  if (minNs > maxNs) return contradicted(kept, newest, { gapNs: minNs - maxNs });
  const records = withMeasurement(kept.records, newest);
  const { contradictions, agreeing } = paidOff(kept);
  const driftPpm = driftLimitPpm(records, 2 ** contradictions);
  if (driftPpm === null) return contradicted(kept, newest, { gapNs: null });
  const sample = { ...newest, minNs, maxNs, driftPpm, baseNs: kept.sample.baseNs };
  return { sample, records, contradictions, agreeing, conflict: null };
}

function paidOff({ contradictions, agreeing }: ServerSamples) {
  const isPaid = agreeing + 1 >= AGREEING_TO_PAY_OFF && contradictions > 0;
  return isPaid
    ? { contradictions: contradictions - 1, agreeing: 0 }
    : { contradictions, agreeing: agreeing + 1 };
}

function contradicted(kept: ServerSamples, newest: Sample, conflict: Conflict) {
  const contradictions = Math.min(kept.contradictions + 1, MOST_CONTRADICTIONS);
  return { ...alone(newest, contradictions), conflict };
}

function alone(newest: Sample, contradictions: number): ServerSamples {
  const records = withMeasurement([], newest);
  const driftPpm = KERNEL_DRIFT_PPM * 2 ** contradictions;
  return { sample: { ...newest, driftPpm }, records, contradictions, agreeing: 0 };
}
