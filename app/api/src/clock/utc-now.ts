import { STAMP_STEP_NS } from './host-clock.ts';
import type { ClockReading } from './server-clock.ts';

/** UTC at one moment, in ns since 1970. */
export interface UtcNow {
  /** The middle of the interval; the host clock's reading when there is none. */
  readonly nowNs: bigint;
  readonly interval: {
    readonly earliestNs: bigint;
    readonly latestNs: bigint;
    /** Half the width, rounded up. */
    readonly boundNs: bigint;
  } | null;
}

/** Where UTC lies: the host clock's reading, with its step, plus UTC − host. */
export function utcNow({ hostNs, utcMinusHost }: ClockReading): UtcNow {
  if (utcMinusHost === null) return { nowNs: hostNs, interval: null };
  const earliestNs = hostNs + utcMinusHost.minNs;
  const latestNs = hostNs + STAMP_STEP_NS + utcMinusHost.maxNs;
  const boundNs = (latestNs - earliestNs + 1n) / 2n;
  return {
    nowNs: earliestNs + (latestNs - earliestNs) / 2n,
    interval: { earliestNs, latestNs, boundNs },
  };
}
