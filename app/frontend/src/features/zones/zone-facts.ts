import type { TimezoneAnswer } from '@dataiku-assessment/contract';

/** What a row needs of a zone. It holds until the next transition, and is kept for offline use. */
export interface ZoneFacts {
  readonly id: string;
  /** ISO 3166-1 alpha-2; null for zones of no country. */
  readonly country: string | null;
  /** Local time minus UTC, in ms. */
  readonly offsetMs: number;
  /** When the clocks change next, in ms since 1970, and to what; null when no change is known. */
  readonly next: { readonly atMs: number; readonly offsetMs: number } | null;
}

/** The facts in an answer of GET /api/v1/timezone. */
export function toZoneFacts({ id, country, current, next }: TimezoneAnswer): ZoneFacts {
  return {
    id,
    country: country?.code ?? null,
    offsetMs: parseOffset(current.utcOffset),
    next: next && { atMs: Date.parse(next.at), offsetMs: parseOffset(next.after.utcOffset) },
  };
}

/** Local time minus UTC at a moment, in ms. */
export function offsetAt({ offsetMs, next }: ZoneFacts, epochMs: number): number {
  return next !== null && epochMs >= next.atMs ? next.offsetMs : offsetMs;
}

/** `±hh:mm` or `±hh:mm:ss`, in ms. */
function parseOffset(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}
