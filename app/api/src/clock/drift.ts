/**
 * The limit of drift between UTC and a host clock that nobody has measured, in parts per million: the
 * kernel's own limit (MAXFREQ in linux/timex.h).
 */
export const KERNEL_DRIFT_PPM = 500;

/** The most that two clocks can drift apart over a span in ns, rounded up. */
export function driftNs(spanNs: bigint, driftPpm: number): bigint {
  return (spanNs * BigInt(driftPpm) + 999_999n) / 1_000_000n;
}
