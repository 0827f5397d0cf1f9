import { madeOnce } from './made-once.ts';

/** How the hours of a day are counted: to 12 with AM and PM, or to 23. */
export const HOUR_CYCLES = ['h12', 'h23'] as const;
export type HourCycle = (typeof HOUR_CYCLES)[number];

/** A locale whose times have these hours; null: those of its language. Not 24 or 0 in place of 0 or 12. */
export function withHours(locale: string, hours: HourCycle | null): string {
  const hourCycle = hours ?? (hasTwelveHours(locale) ? 'h12' : 'h23');
  return new Intl.Locale(locale, { hourCycle }).toString();
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
