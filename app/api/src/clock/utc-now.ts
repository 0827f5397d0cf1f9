import { boundNs, middleNs } from './interval.ts';
import { STAMP_STEP_NS } from './realtime-clock.ts';
import type { ServerTime } from './server-clock.ts';

/** UTC now, in ns since 1970. */
export interface UtcNow {
  /** The middle of the interval; the host clock when there is none. */
  readonly nowNs: bigint;
  readonly interval: {
    readonly earliestNs: bigint;
    readonly latestNs: bigint;
    readonly boundNs: bigint;
  } | null;
}

/** UTC by the host clock, with the step of its stamp, plus the offset. */
export function utcNow({ hostNs, offset }: Pick<ServerTime, 'hostNs' | 'offset'>): UtcNow {
  if (offset === null) return { nowNs: hostNs, interval: null };
  const utc = { minNs: hostNs + offset.minNs, maxNs: hostNs + STAMP_STEP_NS + offset.maxNs };
  return {
    nowNs: middleNs(utc),
    interval: { earliestNs: utc.minNs, latestNs: utc.maxNs, boundNs: boundNs(utc) },
  };
}
