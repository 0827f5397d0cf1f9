import { numberFormat } from './number-format.ts';

/** SI symbols, which are the same in every language. Days have none that people know. */
const HOUR = { symbol: 'h', ms: 3_600_000 };
const MINUTE = { symbol: 'min', ms: 60_000 };
const SECOND = { symbol: 's', ms: 1_000 };
const MILLISECOND = { symbol: 'ms', ms: 1 };
const MICROSECOND = { symbol: 'µs', ms: 0.001 };

const DAY_MS = 24 * HOUR.ms;
/** Below this, µs read better than ms. */
const LEAST_IN_MS = 0.1;

/**
 * A duration for a reader, with two significant digits: `0.42 ms`. It is rounded up, as a bound must
 * be; what is a least value is rounded down.
 */
export function formatDuration(
  durationMs: number,
  locale: string,
  roundingMode: 'ceil' | 'floor' = 'ceil',
): string {
  const digits = {
    minimumSignificantDigits: 2,
    maximumSignificantDigits: 2,
    roundingMode,
  } as const;
  if (durationMs >= DAY_MS) return formatDays(durationMs / DAY_MS, locale, digits);
  const { symbol, ms } = unitOf(durationMs);
  return withSymbol(numberFormat(locale, digits).format(durationMs / ms), symbol);
}

/** A deviation to one side or the other, rounded up or down as a number: `−0.42 ms`. */
export function formatDeviation(
  deviationMs: number,
  locale: string,
  roundingMode: 'ceil' | 'floor',
): string {
  if (deviationMs >= 0) return `+${formatDuration(deviationMs, locale, roundingMode)}`;
  const mirrored = roundingMode === 'ceil' ? 'floor' : 'ceil';
  return `−${formatDuration(-deviationMs, locale, mirrored)}`;
}

/** What a line of the scale stands for: `10 µs`, `0.1 ms`, `1 s`. */
export function formatMark(markMs: number, locale: string): string {
  // Tenths read better than hundreds of the next unit.
  const { symbol, ms } = unitOf(markMs * 10 >= SECOND.ms ? Math.max(markMs, SECOND.ms) : markMs);
  return withSymbol(numberFormat(locale).format(markMs / ms), symbol);
}

/** A span and how far it may be off, as they are shown together. */
export interface ShownSpan {
  readonly span: string;
  readonly bound: string;
}

/** The power of ten, of ms, of the first digit of a span that its bound leaves uncertain. */
export function uncertainPower(boundMs: number): number {
  return Math.floor(Math.log10(boundMs));
}

/**
 * The size of a span, rounded to the first digit that its bound leaves uncertain or to a coarser one,
 * and the bound, widened by that rounding: `1.2341 s` and `0.87 ms`.
 */
export function formatSpan(
  spanMs: number,
  boundMs: number,
  locale: string,
  stepMs = 10 ** uncertainPower(boundMs),
): ShownSpan {
  const shownMs = Math.round(Math.abs(spanMs) / stepMs) * stepMs;
  const decimals = ({ ms }: { ms: number }) => Math.max(0, Math.round(Math.log10(ms / stepMs)));
  const write = (value: number, symbol: string, digits = 0) => {
    const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return withSymbol(numberFormat(locale, places).format(value), symbol);
  };
  const bound = formatDuration(boundMs + stepMs / 2, locale);
  if (shownMs < SECOND.ms) return { span: write(shownMs, 'ms', decimals(MILLISECOND)), bound };

  const parts = [write((shownMs % MINUTE.ms) / SECOND.ms, SECOND.symbol, decimals(SECOND))];
  if (shownMs >= MINUTE.ms) {
    parts.unshift(write(Math.floor((shownMs % HOUR.ms) / MINUTE.ms), MINUTE.symbol));
  }
  if (shownMs >= HOUR.ms) {
    parts.unshift(write(Math.floor((shownMs % DAY_MS) / HOUR.ms), HOUR.symbol));
  }
  if (shownMs >= DAY_MS) parts.unshift(formatDays(Math.floor(shownMs / DAY_MS), locale));
  return { span: parts.join(' '), bound };
}

/** `3 days`, `3 j`. */
function formatDays(days: number, locale: string, digits: Intl.NumberFormatOptions = {}): string {
  const options = { ...digits, style: 'unit', unit: 'day', unitDisplay: 'short' } as const;
  return numberFormat(locale, options)
    .format(days)
    .replace(/\s(?=\D*$)/, '\u00a0');
}

function unitOf(durationMs: number) {
  if (durationMs >= HOUR.ms) return HOUR;
  if (durationMs >= MINUTE.ms) return MINUTE;
  // Rounded up to two digits, what lies above 990 ms is 1.0 s.
  if (durationMs > 0.99 * SECOND.ms) return SECOND;
  return durationMs >= LEAST_IN_MS ? MILLISECOND : MICROSECOND;
}

/** Number and symbol stay on one line. */
export function withSymbol(number: string, symbol: string): string {
  return `${number}\u00a0${symbol}`;
}
