/** The unit of each digit of a clock, from tens of hours to thousandths of a second, in ms. */
export const DIGIT_UNITS_MS = [
  36_000_000, 3_600_000, 600_000, 60_000, 10_000, 1_000, 100, 10, 1,
] as const;

/** The number of digits in all, down to whole seconds, and down to minutes. */
const ALL_DIGITS = DIGIT_UNITS_MS.length;
export const WHOLE_SECONDS = 6;
export const MINUTES = 4;

/** Shown in place of an unsupported digit. */
const DASH = '–';

/**
 * How many of a clock's nine digits a bound supports, from the left. A digit is supported while the
 * bound is at most half of its unit: the true digit is then the shown one or its neighbour. ± 0.5 ms
 * supports thousandths, ± 50 ms tenths, ± 0.5 s whole seconds.
 */
export function supportedDigits(boundMs: number): number {
  const firstUnsupported = DIGIT_UNITS_MS.findIndex((unitMs) => !(boundMs <= unitMs / 2));
  return firstUnsupported === -1 ? ALL_DIGITS : firstUnsupported;
}

/**
 * The nine digits of a moment (ms since 1970) on a clock in UTC, cut off rather than rounded.
 * Unsupported digits are dashes before the decimal point, and empty after it.
 */
export function clockDigits(epochMs: number, supported: number): readonly string[] {
  const digits = new Date(epochMs).toISOString().slice(11, 23).replace(/[:.]/g, '');
  return [...digits].map((digit, place) => (place < supported ? digit : unknownDigit(place)));
}

/** The nine places of a clock while the time is unknown. */
export const NO_DIGITS: readonly string[] = DIGIT_UNITS_MS.map((_, place) => unknownDigit(place));

/** Writes digits down to whole seconds or to minutes: `10:58:06`, `10:58`. */
export function clockText(digits: readonly string[], places = WHOLE_SECONDS): string {
  const shown = digits.slice(0, places).join('');
  return shown.replace(/..(?=.)/g, '$&:');
}

/**
 * A moment (ms since 1970) as the `datetime` of a `<time>` element, in UTC, to the last supported digit:
 * `2026-11-23T10:58:06.87Z`, `2026-11-23T10:58Z`, or the date alone.
 */
export function machineTime(epochMs: number, supported: number): string {
  const iso = new Date(epochMs).toISOString();
  if (supported > WHOLE_SECONDS) return `${iso.slice(0, 20 + supported - WHOLE_SECONDS)}Z`;
  if (supported === WHOLE_SECONDS) return `${iso.slice(0, 19)}Z`;
  return supported >= MINUTES ? `${iso.slice(0, 16)}Z` : iso.slice(0, 10);
}

function unknownDigit(place: number): string {
  return place < WHOLE_SECONDS ? DASH : '';
}
