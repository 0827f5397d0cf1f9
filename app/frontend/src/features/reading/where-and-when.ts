import { dayOfYear, isoWeek } from '../../lib/calendar.ts';
import type { Language } from '../../lib/language.ts';
import { formatUtcOffset, toLocalMs } from '../../lib/local-time.ts';

/** The date in full, the week, the day of the year, and the visitor's zone. */
export function whereAndWhen(epochMs: number, { texts, locale }: Language): readonly string[] {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const offset = formatUtcOffset(epochMs);
  const localMs = toLocalMs(epochMs);
  return [
    day.format(localMs),
    texts.week(String(isoWeek(localMs).week)),
    texts.dayOfYear(String(dayOfYear(localMs))),
    timeZone === offset ? timeZone : `${timeZone}, ${offset}`,
  ];
}
