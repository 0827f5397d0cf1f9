import { isSameBase } from '../clock/clock-base.ts';
import { intersect } from '../clock/interval.ts';
import { type Sample, sampleAt } from './sample.ts';

/** The samples of one server, intersected. */
export interface ServerSamples {
  /** Their intersection at the time of the newest one. */
  readonly sample: Sample;
  /** The gap between the newest one and those before it, in ns; null when they overlap. */
  readonly conflictNs: bigint | null;
}

/**
 * Intersects a server's newest sample with those before it: all are true of one clock base. Where
 * they share nothing, the server's clock was set, or this host's is slewed beyond the assumed drift:
 * the earlier ones are dropped.
 */
export function withSample(kept: Sample | null, newest: Sample): ServerSamples {
  if (kept === null || !isSameBase(kept.baseNs, newest.baseNs)) {
    return { sample: newest, conflictNs: null };
  }
  const { minNs, maxNs } = intersect(sampleAt(kept, newest.asOfNs), newest);
  if (minNs > maxNs) return { sample: newest, conflictNs: minNs - maxNs };
  return { sample: { ...newest, minNs, maxNs, baseNs: kept.baseNs }, conflictNs: null };
}
