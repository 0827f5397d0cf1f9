import type { BelowLanguage } from '../../lib/below-language.ts';
import { clockDigits, clockText, MINUTES, NO_DIGITS } from '../../lib/clock-digits.ts';
import { dayText, timeText } from '../../lib/date-time-format.ts';
import { withSymbol } from '../../lib/format-measure.ts';
import { browserOffsetMs, toLocalMs } from '../../lib/local-time.ts';
import { madeOnce } from '../../lib/made-once.ts';
import { numberFormat } from '../../lib/number-format.ts';
import type { Frame } from '../../lib/ticker.ts';
import { toZoneMs, type ZoneFacts } from '../../lib/zone-facts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Hours and minutes in a zone, as far as the digits are supported: `06:07`. */
export function zoneTime(
  facts: ZoneFacts | null,
  { reading, digits }: Pick<Frame, 'reading' | 'digits'>,
  locale: string,
): string {
  const zoneMs = facts && reading && toZoneMs(facts, reading.estimateMs);
  if (zoneMs !== null && digits >= MINUTES) return timeText(zoneMs, locale);
  return clockText(zoneMs === null ? NO_DIGITS : clockDigits(zoneMs, digits), MINUTES);
}

/** Hours and minutes in a zone at a moment, in ms since 1970; dashes where its offset is unknown. */
export function momentTime(facts: ZoneFacts | null, ms: number, locale: string): string {
  const zoneMs = facts && toZoneMs(facts, ms);
  return zoneMs === null ? clockText(NO_DIGITS, MINUTES) : timeText(zoneMs, locale);
}

/** The difference from the visitor's time at a moment, and the day: `8 h ahead of you, Thursday 3 December`. */
export function momentWords(facts: ZoneFacts, ms: number, language: BelowLanguage): string {
  const zoneMs = toZoneMs(facts, ms);
  if (zoneMs === null) return '';
  const difference = sayAhead(zoneMs - toLocalMs(ms), language);
  return [difference, dayText(zoneMs, language.locale, 'short')].join(' · ');
}

/**
 * The text beside the time of a zone; empty while nothing is known. If the browser's own zone data gives
 * another time, one of the two is out of date, and the text is about that alone.
 */
export function zoneWords(facts: ZoneFacts, epochMs: number, language: BelowLanguage): string {
  const dispute = zoneDispute(facts, epochMs, language);
  if (dispute !== null) return dispute;
  const difference = zoneDifference(facts, epochMs, language);
  const transition = zoneTransition(facts, epochMs, language);
  return [difference, transition].filter((part) => part !== null).join(' · ');
}

/** The difference between the browser's zone data and the server's; null when there is none. */
function zoneDispute(
  facts: ZoneFacts,
  epochMs: number,
  { texts, locale }: BelowLanguage,
): string | null {
  const zoneMs = toZoneMs(facts, epochMs);
  const offsetMs = browserOffsetMs(facts.id, epochMs);
  if (zoneMs === null || offsetMs === null) return null;
  const laterMs = epochMs + offsetMs - zoneMs;
  if (laterMs === 0) return null;
  const say = laterMs > 0 ? texts.zones.browserLater : texts.zones.browserEarlier;
  return say(hoursAndMinutes(Math.abs(laterMs), locale));
}

/** The difference from the visitor's time: `8 h ahead of you, tomorrow`; null while unknown. */
function zoneDifference(facts: ZoneFacts, epochMs: number, language: BelowLanguage): string | null {
  const zoneMs = toZoneMs(facts, epochMs);
  if (zoneMs === null) return null;
  const localMs = toLocalMs(epochMs);
  const difference = sayAhead(zoneMs - localMs, language);
  if (zoneMs === localMs) return difference;
  const days = dayOf(zoneMs) - dayOf(localMs);
  if (days === 0) return difference;
  return `${difference}, ${relativeFormat(language.locale).format(days, 'day')}`;
}

function sayAhead(aheadMs: number, { texts, locale }: BelowLanguage): string {
  if (aheadMs === 0) return texts.zones.same;
  const say = aheadMs > 0 ? texts.zones.ahead : texts.zones.behind;
  return say(hoursAndMinutes(Math.abs(aheadMs), locale));
}

/** The next change of a zone's clocks: `clocks go back 1 h in 6 days`; null when none is known. */
function zoneTransition(
  { id, offsetMs, next }: ZoneFacts,
  epochMs: number,
  { texts, locale }: BelowLanguage,
): string | null {
  // Some changes affect only the abbreviation.
  if (next === null || next.offsetMs === offsetMs || epochMs >= next.fromMs) return null;
  const relative = relativeFormat(locale);
  const inMs = next.fromMs - epochMs;
  // Days are counted by the visitor's calendar, regardless of the hour.
  const days = dayOf(toLocalMs(next.fromMs)) - dayOf(toLocalMs(epochMs));
  const when =
    days > 0
      ? relative.format(days, 'day')
      : inMs >= HOUR_MS
        ? relative.format(Math.floor(inMs / HOUR_MS), 'hour')
        : relative.format(Math.floor(inMs / MINUTE_MS), 'minute');
  const span = hoursAndMinutes(Math.abs(next.offsetMs - offsetMs), locale);
  const say = next.offsetMs > offsetMs ? texts.zones.goForward : texts.zones.goBack;
  const change = say(span, when);
  const byBrowserMs = browserOffsetMs(id, next.fromMs);
  const isDisputed = byBrowserMs !== null && byBrowserMs !== next.offsetMs;
  return isDisputed ? texts.zones.byServerAlone(change) : change;
}

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  const make = () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return madeOnce(relativeFormats, locale, make);
}

function dayOf(localMs: number): number {
  return Math.floor(localMs / DAY_MS);
}

/** Symbols of units are Latin letters, which are foreign in a sentence of these languages. */
const WITHOUT_SYMBOLS = /^(?:ar|ja)\b/;

function hoursAndMinutes(ms: number, locale: string): string {
  const write = (value: number, symbol: 'h' | 'min') => {
    if (!WITHOUT_SYMBOLS.test(locale))
      return withSymbol(numberFormat(locale).format(value), symbol);
    const unit = symbol === 'h' ? 'hour' : 'minute';
    return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  };
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.round((ms % HOUR_MS) / MINUTE_MS);
  const parts = [
    ...(hours > 0 ? [write(hours, 'h')] : []),
    ...(minutes > 0 ? [write(minutes, 'min')] : []),
  ];
  return parts.join(' ');
}
