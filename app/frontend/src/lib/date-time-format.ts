import { hasTwelveHours } from './hours.ts';
import { madeOnce } from './made-once.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes hours and minutes of a local time, in ms since 1970 as if it were UTC: `06:07`, `6:07 AM`. */
export function timeText(localMs: number, locale: string): string {
  const make = () => {
    const hour = hasTwelveHours(locale) ? 'numeric' : '2-digit';
    return new Intl.DateTimeFormat(locale, { hour, minute: '2-digit', timeZone: 'UTC' });
  };
  return madeOnce(formats, `${locale} time`, make).format(localMs);
}

/** The lengths in which a day is written: `Thursday, 3 December 2026`, `Thu 3 Dec`, `Thu`, `T`. */
const DAYS = {
  full: { dateStyle: 'full' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
  letter: { weekday: 'narrow' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Writes the day of a local time, in ms since 1970 as if it were UTC. */
export function dayText(localMs: number, locale: string, length: keyof typeof DAYS): string {
  const make = () => new Intl.DateTimeFormat(locale, { ...DAYS[length], timeZone: 'UTC' });
  return madeOnce(formats, `${locale} ${length}`, make).format(localMs);
}
