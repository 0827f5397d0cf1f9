import type { Language } from '../../lib/language.ts';
import { numberFormat } from '../../lib/number-format.ts';
import { offsetAt, type ZoneFacts } from './zone-facts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The moment that a row is written for, and where the visitor is. */
export interface Visit {
  /** In ms since 1970. */
  readonly epochMs: number;
  /** The visitor's local time minus UTC, in ms. */
  readonly offsetMs: number;
}

/** The city that a zone is named for: `Buenos Aires` of `America/Argentina/Buenos_Aires`. */
export function zoneName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** A country in the page's language; empty for zones of none. */
export function countryName(code: string | null, { locale }: Language): string {
  return code === null ? '' : (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code);
}

/** Hours and minutes on the clocks of a zone: `06:07`. */
export function zoneTime(facts: ZoneFacts, epochMs: number): string {
  return new Date(epochMs + offsetAt(facts, epochMs)).toISOString().slice(11, 16);
}

/** How a zone lies to the visitor: `8 h ahead of you, tomorrow`. */
export function zoneDifference(
  facts: ZoneFacts,
  { epochMs, offsetMs }: Visit,
  { texts, locale }: Language,
): string {
  const zoneOffsetMs = offsetAt(facts, epochMs);
  const aheadMs = zoneOffsetMs - offsetMs;
  if (aheadMs === 0) return texts.zones.same;
  const say = aheadMs > 0 ? texts.zones.ahead : texts.zones.behind;
  const difference = say(hoursAndMinutes(Math.abs(aheadMs), locale));
  const dayOf = (localMs: number) => Math.floor(localMs / DAY_MS);
  const days = dayOf(epochMs + zoneOffsetMs) - dayOf(epochMs + offsetMs);
  if (days === 0) return difference;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return `${difference}, ${relative.format(days, 'day')}`;
}

/** When the clocks of a zone change next: `clocks go back 1 h in 6 days`; null when nothing is known. */
export function zoneTransition(
  { offsetMs, next }: ZoneFacts,
  epochMs: number,
  { texts, locale }: Language,
): string | null {
  // A change of the abbreviation alone moves no clock.
  if (next === null || next.offsetMs === offsetMs || epochMs >= next.atMs) return null;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const inMs = next.atMs - epochMs;
  const when =
    inMs >= DAY_MS
      ? relative.format(Math.floor(inMs / DAY_MS), 'day')
      : inMs >= HOUR_MS
        ? relative.format(Math.floor(inMs / HOUR_MS), 'hour')
        : relative.format(Math.floor(inMs / MINUTE_MS), 'minute');
  const span = hoursAndMinutes(Math.abs(next.offsetMs - offsetMs), locale);
  const say = next.offsetMs > offsetMs ? texts.zones.goForward : texts.zones.goBack;
  return say(span, when);
}

function hoursAndMinutes(ms: number, locale: string): string {
  const write = (value: number, symbol: string) =>
    `${numberFormat(locale).format(value)}\u00a0${symbol}`;
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.round((ms % HOUR_MS) / MINUTE_MS);
  const parts = [
    ...(hours > 0 ? [write(hours, 'h')] : []),
    ...(minutes > 0 ? [write(minutes, 'min')] : []),
  ];
  return parts.join(' ');
}
