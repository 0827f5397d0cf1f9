const NS_PER_MS = 1_000_000n;
const ISO_SECONDS_LENGTH = '2026-11-23T05:07:02'.length;

/** Whole milliseconds since 1970 of an instant after it, rounded down. */
export function epochMs(epochNs: bigint): number {
  return Number(epochNs / NS_PER_MS);
}

/**
 * An instant after 1970 as RFC 3339 in UTC with nine decimals. By way of Date, which is five times
 * as fast as Temporal's toString: an answer holds three instants.
 */
export function formatInstant(epochNs: bigint): string {
  const seconds = new Date(epochMs(epochNs)).toISOString().slice(0, ISO_SECONDS_LENGTH);
  const fraction = String(epochNs % 1_000_000_000n).padStart(9, '0');
  return `${seconds}.${fraction}Z`;
}
