export const NS_PER_SECOND = 1_000_000_000n;
const FRACTION_DIGITS = 9;
const MS_DIGITS = 6;
const ISO_SECONDS_LENGTH = '2026-11-23T05:07:02'.length;

/** An instant after 1970 in whole ms since 1970, rounded down. */
export function epochMs(epochNs: bigint): number {
  return Number(epochNs / 1_000_000n);
}

/** Any instant in whole seconds since 1970, rounded down. */
export function epochSeconds(epochNs: bigint): number {
  const seconds = Number(epochNs / NS_PER_SECOND);
  // Division rounds towards zero: before 1970 the second begins one earlier.
  return epochNs % NS_PER_SECOND < 0n ? seconds - 1 : seconds;
}

let lastSecond = { epochSeconds: '', text: '' };

/** An instant after 1970 as RFC 3339 in UTC with nine decimals. */
export function formatInstant(epochNs: bigint): string {
  return formatDigits(String(epochNs));
}

/** An instant after 1970 as RFC 3339, and in whole ns and ms since 1970, the ms rounded down. */
export function instantTexts(epochNs: bigint) {
  const ns = String(epochNs);
  return { iso: formatDigits(ns), ns, ms: ns.slice(0, -MS_DIGITS) };
}

/**
 * RFC 3339 of an instant in ns since 1970. The calendar is only computed once a second: an answer holds three
 * instants, and Temporal's toString takes 2 µs for each.
 */
function formatDigits(digits: string): string {
  const epochSeconds = digits.slice(0, -FRACTION_DIGITS);
  if (epochSeconds !== lastSecond.epochSeconds) {
    const iso = new Date(Number(epochSeconds) * 1000).toISOString();
    lastSecond = { epochSeconds, text: iso.slice(0, ISO_SECONDS_LENGTH) };
  }
  return `${lastSecond.text}.${digits.slice(-FRACTION_DIGITS)}Z`;
}

/** A leap second by the count of the second after it, likewise. */
export function formatLeapSecond(epochNs: bigint): string {
  return formatAnyInstant(epochNs - NS_PER_SECOND).replace(':59.', ':60.');
}

/** Any instant as RFC 3339 in UTC with nine decimals; years beyond 0 to 9999 have six digits and a sign. */
export function formatAnyInstant(epochNs: bigint): string {
  const rest = Number(epochNs % NS_PER_SECOND);
  const subsecondNs = rest < 0 ? rest + 1e9 : rest;
  return `${isoSeconds(epochSeconds(epochNs))}.${String(subsecondNs).padStart(FRACTION_DIGITS, '0')}Z`;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** As Date's toISOString up to the seconds, which takes six times as long. */
function isoSeconds(seconds: number): string {
  const date = new Date(seconds * 1000);
  const year = date.getUTCFullYear();
  if (year < 1000 || year > 9999) return date.toISOString().slice(0, -'.000Z'.length);
  const day = `${year}-${TWO_DIGITS[date.getUTCMonth() + 1]}-${TWO_DIGITS[date.getUTCDate()]}`;
  const minutes = `${TWO_DIGITS[date.getUTCHours()]}:${TWO_DIGITS[date.getUTCMinutes()]}`;
  return `${day}T${minutes}:${TWO_DIGITS[date.getUTCSeconds()]}`;
}
