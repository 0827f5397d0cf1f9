import { madeOnce } from './made-once.ts';

/** How the hours of a day are counted: to 12 with AM and PM, or to 23. */
export const HOUR_CYCLES = ['h12', 'h23'] as const;
export type HourCycle = (typeof HOUR_CYCLES)[number];

/**
 * A locale whose times have these hours; null: those of its language. Not 24 or 0 in place of 0 or 12. Its digits
 * are those of the large clock, which are Western.
 */
export function withHours(locale: string, hours: HourCycle | null): string {
  const hourCycle = hours ?? (hasTwelveHours(locale) ? 'h12' : 'h23');
  return new Intl.Locale(locale, { hourCycle, numberingSystem: 'latn' }).toString();
}

/** The hour of a local time as clocks with 12 hours show it, in ms as if it were UTC: 12:05 for 00:05. */
export function toTwelveHours(localMs: number): number {
  const hour = new Date(localMs).getUTCHours();
  if (hour === 0) return localMs + HALF_DAY_MS;
  return hour > 12 ? localMs - HALF_DAY_MS : localMs;
}

const HALF_DAY_MS = 43_200_000;
const halves = new Map<string, string>();

/** The half of the day of a local time, in ms as if it were UTC: `AM` or `PM` in words of the locale. */
export function halfOfDay(localMs: number, locale: string): string {
  const hour = new Date(localMs).getUTCHours();
  return madeOnce(halves, `${locale} ${hour}`, () => {
    const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
    return format.formatToParts(localMs).find(({ type }) => type === 'dayPeriod')?.value ?? '';
  });
}

const twelve = new Map<string, boolean>();

/** Whether times in a locale have AM and PM. */
export function hasTwelveHours(locale: string): boolean {
  return madeOnce(
    twelve,
    locale,
    () => new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true,
  );
}
