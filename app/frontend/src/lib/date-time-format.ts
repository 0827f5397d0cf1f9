import { hasTwelveHours } from './hours.ts';
import { madeOnce } from './made-once.ts';

const times = new Map<string, Intl.DateTimeFormat>();

/** Writes hours and minutes of a local time, in ms since 1970 as if it were UTC: `06:07`, `6:07 AM`. */
export function timeText(localMs: number, locale: string): string {
  const make = () => {
    const hour = hasTwelveHours(locale) ? 'numeric' : '2-digit';
    return new Intl.DateTimeFormat(locale, { hour, minute: '2-digit', timeZone: 'UTC' });
  };
  return madeOnce(times, locale, make).format(localMs);
}
