import type { TimezoneAnswer, ZoneTransition } from '@dataiku-assessment/contract';
import { ApiError, askApi } from './api.ts';
import { parseUtcOffset } from './local-time.ts';

/** The facts about a zone, by the server. They are stored for visits without a network. */
export interface ZoneFacts {
  readonly id: string;
  /** ISO 3166-1 alpha-2; null for zones of no country. */
  readonly country: string | null;
  /** Its largest cities. A row may have the name of one of them. */
  readonly cities: readonly string[];
  /** When the server told its offset, in ms since 1970. */
  readonly toldMs: number;
  /** Local time minus UTC then, in ms. */
  readonly offsetMs: number;
  /** The next change of its offset, in ms since 1970; null when no change is known. */
  readonly next: OffsetFrom | null;
  /** The offsets of the years that were asked for, by year in UTC: when it begins, and after each change. */
  readonly years: Readonly<Record<string, readonly OffsetFrom[]>>;
  /** The release of the tz database that all this comes from. */
  readonly tzdb: string;
}

/** An offset from a moment on. Both in ms. */
interface OffsetFrom {
  readonly fromMs: number;
  readonly offsetMs: number;
}

/** No zone is further from UTC now. */
const DAY_MS = 86_400_000;

/** The years that the server tells about. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/** No zone has ever had a larger offset from UTC. */
const LARGEST_OFFSET_MS = 26 * 3_600_000;
/** Changes of a zone are at least weeks apart, so no other change follows within this time. */
const SURE_AFTER_CHANGE_MS = 86_400_000;

/** The API's statuses for an id that it doesn't know, and for a text that can be none. */
const REFUSALS = [404, 400];

/** Whether a zone could not be requested because the server doesn't know it. */
export function isUnknownZone(error: unknown): boolean {
  return error instanceof ApiError && REFUSALS.includes(error.status);
}

/** Requests a zone, with its offsets in a year, from the API. */
export async function loadZoneFacts(id: string, year: number): Promise<ZoneFacts> {
  const query = { id, year: String(year) };
  return toZoneFacts(await askApi<TimezoneAnswer>('api/v1/timezone', query), year);
}

/**
 * The facts in an answer of GET /api/v1/timezone for a year.
 * @throws {TypeError} when the answer is malformed.
 */
export function toZoneFacts(answer: TimezoneAnswer, year: number): ZoneFacts {
  const { id, country, cities, at, current, next, startOfYear, transitions = [], tzdb } = answer;
  const change = ({ at, after }: ZoneTransition) => ({
    fromMs: Date.parse(at),
    offsetMs: parseUtcOffset(after.utcOffset),
  });
  const first = {
    fromMs: Date.UTC(year, 0),
    offsetMs: parseUtcOffset(startOfYear?.utcOffset ?? ''),
  };
  const facts = {
    id,
    country: country?.code ?? null,
    cities,
    toldMs: Date.parse(at),
    offsetMs: parseUtcOffset(current.utcOffset),
    next: next && change(next),
    years: { [year]: [first, ...transitions.map(change)] },
    tzdb,
  };
  if (isZoneFacts(facts)) return facts;
  throw new TypeError(
    `The server's answer does not describe a time zone: ${JSON.stringify(facts)}`,
  );
}

/** Whether an external value has the shape and the ranges of facts. */
export function isZoneFacts(value: unknown): value is ZoneFacts {
  const { id, country, cities, toldMs, offsetMs, next, years, tzdb } = Object(value);
  return (
    typeof id === 'string' &&
    (country === null || (typeof country === 'string' && /^[A-Z]{2}$/.test(country))) &&
    Array.isArray(cities) &&
    cities.every((city) => typeof city === 'string') &&
    Number.isFinite(toldMs) &&
    isOffset(offsetMs) &&
    (next === null || isOffsetFrom(next)) &&
    years instanceof Object &&
    Object.values(years).every((its) => Array.isArray(its) && its.every(isOffsetFrom)) &&
    typeof tzdb === 'string'
  );
}

/**
 * The offset of a zone at a moment, both in ms; null where the server has not told it: in a year that was
 * not asked for, before the present and after the next change.
 */
export function offsetMsAt(
  { toldMs, offsetMs, next, years }: ZoneFacts,
  epochMs: number,
): number | null {
  const year = years[yearOf(epochMs)];
  if (year !== undefined) return year.findLast(({ fromMs }) => fromMs <= epochMs)?.offsetMs ?? null;
  if (epochMs < toldMs) return null;
  if (next === null || epochMs < next.fromMs) return offsetMs;
  return epochMs < next.fromMs + SURE_AFTER_CHANGE_MS ? next.offsetMs : null;
}

/** A moment shifted into the zone, so that its UTC fields show local time, in ms; null where that is unknown. */
export function toZoneMs(facts: ZoneFacts, epochMs: number): number | null {
  const offsetMs = offsetMsAt(facts, epochMs);
  return offsetMs === null ? null : epochMs + offsetMs;
}

/** The first change of a zone's offset after one moment and before another, in ms; null when there is none. */
export function changeBetween(facts: ZoneFacts, afterMs: number, beforeMs: number): number | null {
  const offsetMs = offsetMsAt(facts, afterMs);
  const known = [
    ...Object.values(facts.years).flat(),
    ...(facts.next === null ? [] : [facts.next]),
  ];
  const changes = known
    .map(({ fromMs }) => fromMs)
    .filter((ms) => ms > afterMs && ms < beforeMs && offsetMsAt(facts, ms) !== offsetMs);
  return changes.length === 0 ? null : Math.min(...changes);
}

/**
 * The moments at which the clocks of a zone show a time, in ms; the time is given as if it were UTC. Two where
 * the clocks show it twice, and none where they skip it. Null while the offsets are unknown there.
 */
export function momentsAt(facts: ZoneFacts, localMs: number): readonly number[] | null {
  const offsets = offsetsAround(facts, localMs);
  if (offsets === null) return null;
  return offsets
    .map((offsetMs) => localMs - offsetMs)
    .filter((ms) => toZoneMs(facts, ms) === localMs);
}

/**
 * The moments that a time skipped by the clocks may mean, in ms: by the clocks after the change, and by those
 * before. Null while the offsets are unknown there.
 */
export function momentsAroundSkipped(facts: ZoneFacts, localMs: number): readonly number[] | null {
  return (
    offsetsAround(facts, localMs)
      ?.map((offsetMs) => localMs - offsetMs)
      .toReversed() ?? null
  );
}

/** The different offsets a day before and after a local time, larger than any offset; null while unknown. */
function offsetsAround(facts: ZoneFacts, localMs: number): readonly number[] | null {
  const before = offsetMsAt(facts, localMs - DAY_MS);
  const after = offsetMsAt(facts, localMs + DAY_MS);
  return before === null || after === null ? null : [...new Set([before, after])];
}

/** The year of a moment in UTC. */
export function yearOf(epochMs: number): number {
  return new Date(epochMs).getUTCFullYear();
}

function isOffsetFrom(value: unknown): value is OffsetFrom {
  const { fromMs, offsetMs } = Object(value);
  return Number.isFinite(fromMs) && isOffset(offsetMs);
}

function isOffset(ms: unknown): boolean {
  return typeof ms === 'number' && Math.abs(ms) <= LARGEST_OFFSET_MS;
}
