/** The kernel's own limit of drift, in parts per million (MAXFREQ in linux/timex.h). */
export const KERNEL_DRIFT_PPM = 500;

/** The limit of drift that is assumed between UTC and a disciplined host clock. */
export const HOST_DRIFT_PPM = 50;

/** The most that two clocks can drift apart over a span in ns, rounded up. */
export function driftNs(spanNs: bigint, driftPpm: number): bigint {
  return (spanNs * BigInt(driftPpm) + 999_999n) / 1_000_000n;
}
