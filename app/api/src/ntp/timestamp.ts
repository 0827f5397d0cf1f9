/** Seconds from the epoch of NTP's first era (1900) to that of Unix (1970). */
const UNIX_EPOCH_SECONDS = 2_208_988_800n;
const NS_PER_SECOND = 1_000_000_000n;
/** An era: after 2^32 seconds, some 136 years, an NTP timestamp starts again. The first ends in 2036. */
const ERA_NS = NS_PER_SECOND << 32n;

/** 2026-11-01, in ns since 1970. This code is younger: no timestamp is from before. */
const EARLIEST_NS = 1_793_491_200n * NS_PER_SECOND;

/**
 * A 64-bit NTP timestamp (32.32 seconds) in ns since 1970, floored, so early by less than 1 ns. A
 * timestamp has no era: of all, the first one that is not before this code was written, so that a
 * host clock in any year, such as 1970 at boot, comes out right until 2162. Source: RFC 5905 §6.
 */
export function toUnixNs(timestamp: bigint): bigint {
  const firstEraNs = ((timestamp * NS_PER_SECOND) >> 32n) - UNIX_EPOCH_SECONDS * NS_PER_SECOND;
  const sinceEarliestNs = (firstEraNs - EARLIEST_NS) % ERA_NS;
  return EARLIEST_NS + (sinceEarliestNs < 0n ? sinceEarliestNs + ERA_NS : sinceEarliestNs);
}

/** Whether `later` is before `earlier`, over the turn of an era too. */
export function isBefore(later: bigint, earlier: bigint): boolean {
  return BigInt.asIntN(64, later - earlier) < 0n;
}

/** A 64-bit NTP timestamp of an instant in ns since 1970, floored. */
export function toNtpTimestamp(unixNs: bigint): bigint {
  const sinceEpochNs = unixNs + UNIX_EPOCH_SECONDS * NS_PER_SECOND;
  return BigInt.asUintN(64, (sinceEpochNs << 32n) / NS_PER_SECOND);
}
