import { dayOfYear, isoWeek } from '../../lib/calendar.ts';
import { dayText } from '../../lib/date-time-format.ts';
import type { Language } from '../../lib/language.ts';
import { formatUtcOffset, toLocalMs, visitorZone } from '../../lib/local-time.ts';
import { zoneCity } from '../../lib/zone-city.ts';

/** The visitor's place and day, in words. */
export interface WhereAndWhen {
  readonly place: string;
  readonly date: string;
  /** The week and the day of the year. */
  readonly calendar: string;
  readonly offset: string;
}

/** The visitor's place and day at a moment, in ms since 1970. */
export function whereAndWhen(epochMs: number, { texts, locale }: Language): WhereAndWhen {
  const timeZone = visitorZone();
  const localMs = toLocalMs(epochMs);
  const offset = formatUtcOffset(epochMs);
  return {
    // The signs in the names of these zones are inverted.
    place: timeZone.startsWith('Etc/') ? offset : zoneCity(timeZone),
    date: dayText(localMs, locale, 'full'),
    calendar: `${texts.week(String(isoWeek(localMs).week))}, ${texts.dayOfYear(String(dayOfYear(localMs)))}`,
    offset,
  };
}
