import type { ClockSourceName, LeapIndicator } from '@dataiku-assessment/contract';
import { grow, type Interval } from './interval.ts';

/** A reading with the offset of UTC from the host clock: UTC − host ∈ [minNs, maxNs] at `asOfNs`. */
export interface OffsetReading extends Interval {
  readonly kind: 'offset';
  readonly source: ClockSourceName;
  /** The time of the reading, on the monotonic clock in ns. */
  readonly asOfNs: bigint;
  /** The drift from then on, by which both ends move outward, in whole parts per million. */
  readonly driftPpm: number;
  readonly leap: LeapIndicator;
  readonly taiOffsetSeconds: number | null;
  /** Whether it rests on authenticated servers alone. */
  readonly authenticated: boolean;
  /** Why the source no longer answers: it is held over, and grows until the source is back. */
  readonly lost?: string;
}

/** A reading without an offset, and the reason. */
export interface NoOffset {
  readonly kind: 'unsynchronized' | 'contradictory' | 'unknown';
  readonly source: ClockSourceName;
  readonly reason: string;
}

export type Reading = OffsetReading | NoOffset;

/** A source of readings of the offset of UTC from the host clock. */
export interface ClockSource {
  /**
   * The newest reading, at once: a source that has to ask the network does so on its own time.
   * Never an offset from before the last step of the host clock.
   */
  read(): Reading;
}

/** UTC − host at `monotonicNs`: the reading, grown by its age. */
export function offsetAt(reading: OffsetReading, monotonicNs: bigint): Interval {
  return grow(reading, monotonicNs - reading.asOfNs, reading.driftPpm);
}

/** The source of a host on which nothing gives an offset. */
export function noSource(reason: string): ClockSource {
  const reading: Reading = { kind: 'unknown', source: 'none', reason };
  return { read: () => reading };
}
