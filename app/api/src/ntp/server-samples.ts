import { isSameBase } from '../clock/clock-state.ts';
import { larger, smaller } from '../clock/extremes.ts';
import { type Sample, sampleAt } from './sample.ts';

/** What the samples of one server say together. */
export interface ServerSamples {
  /** Their intersection, when the newest one was taken. */
  readonly sample: Sample;
  /** By how much the newest one excludes those before it, in ns; null when it does not. */
  readonly conflictNs: bigint | null;
}

/**
 * Adds a server's newest sample to those before it. All are true of one host clock base, so all
 * their intervals hold the truth, and so does what they share. Where they share nothing, the
 * server's clock was set or this host's is being slewed beyond the assumed drift: what came before
 * is dropped.
 */
export function withSample(kept: Sample | null, newest: Sample): ServerSamples {
  if (kept === null || !isSameBase(kept.baseNs, newest.baseNs)) {
    return { sample: newest, conflictNs: null };
  }
  const grown = sampleAt(kept, newest.readAtNs);
  const minNs = larger(grown.minNs, newest.minNs);
  const maxNs = smaller(grown.maxNs, newest.maxNs);
  if (minNs > maxNs) return { sample: newest, conflictNs: minNs - maxNs };
  return { sample: { ...newest, minNs, maxNs, baseNs: kept.baseNs }, conflictNs: null };
}
