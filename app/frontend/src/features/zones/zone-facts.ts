import type { TimezoneAnswer } from '@dataiku-assessment/contract';
import { askApi } from '../../lib/api.ts';
import { parseUtcOffset } from '../../lib/local-time.ts';

/** The facts about a zone that a row needs. They are stored for visits without a network. */
export interface ZoneFacts {
  readonly id: string;
  /** ISO 3166-1 alpha-2; null for zones of no country. */
  readonly country: string | null;
  /** Its largest cities. A row may have the name of one of them. */
  readonly cities: readonly string[];
  /** Local time minus UTC, in ms. */
  readonly offsetMs: number;
  /** The next change of its offset, in ms since 1970; null when no change is known. */
  readonly next: { readonly atMs: number; readonly offsetMs: number } | null;
}

/** No zone has ever had a larger offset from UTC. */
const LARGEST_OFFSET_MS = 26 * 3_600_000;
/** Changes of a zone are at least weeks apart, so no other change follows within this time. */
const SURE_AFTER_CHANGE_MS = 86_400_000;

/** Requests a zone from the API. */
export async function loadZoneFacts(id: string): Promise<ZoneFacts> {
  return toZoneFacts(await askApi<TimezoneAnswer>('api/v1/timezone', { id }));
}

/**
 * The facts in an answer of GET /api/v1/timezone.
 * @throws {TypeError} when the answer is malformed.
 */
export function toZoneFacts({ id, country, cities, current, next }: TimezoneAnswer): ZoneFacts {
  const facts = {
    id,
    country: country?.code ?? null,
    cities,
    offsetMs: parseUtcOffset(current.utcOffset),
    next: next && { atMs: Date.parse(next.at), offsetMs: parseUtcOffset(next.after.utcOffset) },
  };
  if (isZoneFacts(facts)) return facts;
  throw new TypeError(
    `The server's answer does not describe a time zone: ${JSON.stringify(facts)}`,
  );
}

/** Whether an external value has the shape and the ranges of facts. */
export function isZoneFacts(value: unknown): value is ZoneFacts {
  const { id, country, cities, offsetMs, next } = Object(value);
  return (
    typeof id === 'string' &&
    (country === null || (typeof country === 'string' && /^[A-Z]{2}$/.test(country))) &&
    Array.isArray(cities) &&
    cities.every((city) => typeof city === 'string') &&
    isOffset(offsetMs) &&
    (next === null || (Number.isFinite(next?.atMs) && isOffset(next.offsetMs)))
  );
}

/**
 * A moment shifted into the zone, so that its UTC fields show local time, in ms; null for a moment after
 * the facts end.
 */
export function toZoneMs({ offsetMs, next }: ZoneFacts, epochMs: number): number | null {
  if (next === null || epochMs < next.atMs) return epochMs + offsetMs;
  return epochMs < next.atMs + SURE_AFTER_CHANGE_MS ? epochMs + next.offsetMs : null;
}

function isOffset(ms: unknown): boolean {
  return typeof ms === 'number' && Math.abs(ms) <= LARGEST_OFFSET_MS;
}
