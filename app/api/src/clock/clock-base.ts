/** Bases nearer than this are the same: steps are larger, errors of measurement far smaller. */
const BASE_TOLERANCE_NS = 1_000_000n;

/**
 * Whether two clock bases (realtime − monotonic, ns) are of one run of the host clock: it was not
 * stepped in between, and the host did not sleep.
 */
export function isSameBase(aNs: bigint, bNs: bigint): boolean {
  const differenceNs = aNs - bNs;
  return differenceNs < BASE_TOLERANCE_NS && differenceNs > -BASE_TOLERANCE_NS;
}
