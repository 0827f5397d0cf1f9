const DAY_MS = 86_400_000;

/** A week as ISO 8601 counts it: from Monday, the first being the one with the year's first Thursday. */
export interface Week {
  readonly year: number;
  readonly week: number;
}

/** The ISO week of a local time, given as ms since 1970 whose UTC fields are the local ones. */
export function isoWeek(localMs: number): Week {
  const day = Math.floor(localMs / DAY_MS);
  // 1 January 1970 was a Thursday; a week belongs to the year of its own Thursday.
  const thursday = day - ((day + 3) % 7) + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  return { year, week: 1 + Math.floor((thursday - Date.UTC(year, 0) / DAY_MS) / 7) };
}

/** The day of the year, from 1, of a local time given likewise. */
export function dayOfYear(localMs: number): number {
  const year = new Date(localMs).getUTCFullYear();
  return 1 + Math.floor((localMs - Date.UTC(year, 0)) / DAY_MS);
}
