const DAY_MS = 86_400_000;

/** A week of ISO 8601: it starts on Monday, and week 1 has the first Thursday of the year. */
export interface Week {
  readonly year: number;
  readonly week: number;
}

/** The ISO week of a local time, given in ms since 1970 whose UTC fields are the local ones. */
export function isoWeek(localMs: number): Week {
  const day = Math.floor(localMs / DAY_MS);
  // 1 January 1970 was a Thursday. A week belongs to the year of its Thursday.
  const thursday = day - ((day + 3) % 7) + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday - Date.UTC(year, 0) / DAY_MS) / 7) };
}

/** The day of the year, from 1, of a local time in the same form. */
export function dayOfYear(localMs: number): number {
  const year = new Date(localMs).getUTCFullYear();
  return 1 + Math.floor((localMs - Date.UTC(year, 0)) / DAY_MS);
}
