/** Seconds from the epoch of NTP's first era (1900) to that of Unix (1970). */
const UNIX_EPOCH_SECONDS = 2_208_988_800n;
const NS_PER_SECOND = 1_000_000_000n;
/** An era: after 2^32 seconds, some 136 years, an NTP timestamp starts again. The first ends in 2036. */
const ERA_NS = NS_PER_SECOND << 32n;

/**
 * A 64-bit NTP timestamp (32.32 seconds) in ns since 1970, floored, so early by less than 1 ns. Of
 * all eras, the one that brings it nearest to `pivotNs`, which must be right within 68 years.
 * Source: RFC 5905 §6.
 */
export function toUnixNs(timestamp: bigint, pivotNs: bigint): bigint {
  const firstEraNs = ((timestamp * NS_PER_SECOND) >> 32n) - UNIX_EPOCH_SECONDS * NS_PER_SECOND;
  return pivotNs + signedRemainder(firstEraNs - pivotNs);
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

/** The span modulo an era, within ± half of one. */
function signedRemainder(spanNs: bigint): bigint {
  const half = ERA_NS / 2n;
  const shifted = (spanNs + half) % ERA_NS;
  return (shifted < 0n ? shifted + ERA_NS : shifted) - half;
}
