import { numberFormat } from './number-format.ts';

/** SI symbols are the same in every language. Days have no familiar symbol. */
const HOUR = { symbol: 'h', ms: 3_600_000 };
const MINUTE = { symbol: 'min', ms: 60_000 };
const SECOND = { symbol: 's', ms: 1_000 };
const MILLISECOND = { symbol: 'ms', ms: 1 };

const DAY_MS = 24 * HOUR.ms;

/**
 * Writes a duration with two significant digits: `0.42 ms`. Default: rounded up, as a bound must be. A
 * lower limit is rounded down.
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

/** Writes a duration with its sign, rounded towards plus or minus infinity: `−0.42 ms`. */
export function formatSigned(
  deviationMs: number,
  locale: string,
  roundingMode: 'ceil' | 'floor',
): string {
  if (deviationMs >= 0) return `+${formatDuration(deviationMs, locale, roundingMode)}`;
  const mirrored = roundingMode === 'ceil' ? 'floor' : 'ceil';
  return `−${formatDuration(-deviationMs, locale, mirrored)}`;
}

/** The label of a line of the scale: `0.01 ms`, `0.1 ms`, `1 s`. */
export function formatMark(markMs: number, locale: string): string {
  // `0.1 s` is easier to read than `100 ms`.
  const { symbol, ms } = unitOf(markMs * 10 >= SECOND.ms ? Math.max(markMs, SECOND.ms) : markMs);
  return withSymbol(numberFormat(locale).format(markMs / ms), symbol);
}

/** A span and its bound, written with the same precision. */
export interface ShownSpan {
  readonly span: string;
  readonly bound: string;
}

/** The first digit of a span that its bound leaves uncertain, as a power of ten of ms. */
export function uncertainPower(boundMs: number): number {
  return Math.floor(Math.log10(boundMs));
}

/**
 * Writes the size of a span, rounded to `stepMs`, and its bound, widened by the rounding: `1.2341 s` and
 * `0.87 ms`. Default step: the first digit that the bound leaves uncertain.
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
  // Above 990 ms, rounding up to two digits gives 1.0 s.
  if (durationMs > 0.99 * SECOND.ms) return SECOND;
  // Also far below: fewer visitors know a microsecond.
  return MILLISECOND;
}

/** Joins number and symbol with a no-break space. */
export function withSymbol(number: string, symbol: string): string {
  return `${number}\u00a0${symbol}`;
}
