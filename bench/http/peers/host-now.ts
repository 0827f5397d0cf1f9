const ROUNDING_NS = 250n;

/** The host clock in ns since 1970, lowered so that it is never late. */
export function hostNowNs(): bigint {
  return Temporal.Now.instant().epochNanoseconds - ROUNDING_NS;
}

/** An instant after 1970 as RFC 3339 with nine decimals. */
export function instantText(epochNs: bigint): string {
  const seconds = new Date(Number(epochNs / 1_000_000n)).toISOString().slice(0, 19);
  return `${seconds}.${String(epochNs % 1_000_000_000n).padStart(9, '0')}Z`;
}
