import type { ClockSourceName, LeapIndicator } from '@dataiku-assessment/contract';

/** Where UTC lies against the host clock: UTC − host ∈ [minNs, maxNs] at `readAtNs`. */
export interface Bound {
  readonly kind: 'bound';
  readonly source: ClockSourceName;
  readonly minNs: bigint;
  readonly maxNs: bigint;
  /** When it was read, on the monotonic clock in ns. */
  readonly readAtNs: bigint;
  /** How fast both ends move outward from then on, in whole parts per million. */
  readonly driftPpm: number;
  readonly leap: LeapIndicator;
  readonly taiOffsetSeconds: number | null;
}

/** The source has no bound to give, and says why. */
export interface NoBound {
  readonly kind: 'unsynchronized' | 'contradictory' | 'unknown';
  readonly source: ClockSourceName;
  readonly reason: string;
}

export type Reading = Bound | NoBound;

/** Tells where UTC lies against the host clock. */
export interface ClockSource {
  /**
   * The newest reading, at once: a source that has to ask the network does so on its own time.
   * Never a bound that was taken before the host clock was last stepped.
   */
  read(): Reading;
}

/** The source of a host on which nothing gives a bound. */
export function noSource(reason: string): ClockSource {
  const reading: Reading = { kind: 'unknown', source: 'none', reason };
  return { read: () => reading };
}
