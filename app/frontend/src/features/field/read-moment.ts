import { fold } from '@dataiku-assessment/places/fold';
import type { Chrono, ParsedResult } from 'chrono-node';
import { parseFixedZone } from '../../lib/fixed-zone.ts';
import { parseInstant } from '../../lib/parse-instant.ts';
import { meaningsOf } from './abbreviations.ts';

/** A moment that a text names by itself. */
export interface NamedInstant {
  /** In ms since 1970. */
  readonly atMs: number;
  /** How the text names it. */
  readonly form: 'instant' | 'seconds' | 'milliseconds';
}

/** A count of seconds since 1970 has 9 or 10 digits in the years 1973 to 2286, one of milliseconds three more. */
const SECONDS = /^\d{9,10}$/;
const MILLISECONDS = /^\d{12,13}$/;

/** Reads RFC 3339, RFC 9557, Unix seconds or Unix milliseconds; null for other texts. */
export function readInstant(text: string): NamedInstant | null {
  if (SECONDS.test(text)) return { atMs: Number(text) * 1_000, form: 'seconds' };
  if (MILLISECONDS.test(text)) return { atMs: Number(text), form: 'milliseconds' };
  // The zone in brackets says no more than the offset before it, and a space may stand for the T.
  const atMs = parseInstant(text.replace(/\[[^\]]*\]$/, '').replace(/^(\S{10}) (?=\d)/, '$1T'));
  return atMs === null ? null : { atMs, form: 'instant' };
}

/** A text that says a time, and perhaps a place. */
export interface SplitText {
  /** The words about the time. */
  readonly time: string;
  /** The other words: a place, an abbreviation or an offset; empty for none. */
  readonly place: string;
}

/** Words between a time and a place, or around them, in the languages of the page. */
const BETWEEN =
  /(?<=^|\s)(?:in|at|on|à|au|en|le|de|um|im|am|uhr|el|a las|a la|في|على)(?=\s|$)|^[でのに、]+|[でのに、]+$/giu;

/** What may be the zone within a time: `+09:00`, `UTC+9`, `PST`. */
const ZONES = /(?<=\s|^)\(?(?:(?:utc|gmt)?\s?[+−-]\d{1,2}(?::?\d\d)?|[a-z]{1,5})\)?(?=\s|$)/giu;

/** Splits a text into a time and a place; null when it says no time. */
export function splitText(text: string, parser: Chrono): SplitText | null {
  const results = parser.parse(text, reference(0));
  if (results.length === 0) return null;
  const times: string[] = [];
  let rest = text;
  for (const result of results.toReversed()) {
    const zone = zoneWithin(result);
    times.unshift(result.text.replace(zone, ' '));
    rest = `${rest.slice(0, result.index)} ${zone} ${rest.slice(result.index + result.text.length)}`;
  }
  const place = oneSpace(rest.replaceAll(/[,·()]/g, ' ').replaceAll(BETWEEN, ' '));
  return { time: oneSpace(times.join(' ')), place };
}

/** A time of a place's clocks, in ms as if it were UTC; or a span from now, in ms. */
export type SaidTime = { readonly localMs: number } | { readonly fromNowMs: number };

export interface TimeReaders {
  /** The parser of the page's language. */
  readonly parser: Chrono;
  /** Another one, which reads 03/04 the other way round; null where people agree. */
  readonly otherOrder: Chrono | null;
  /** Whether people say 5 for 17:00. */
  readonly hasTwelveHours: boolean;
}

/** Words for a day in the past, in the languages of the page. */
const PAST =
  /\b(?:last|past|ago|yesterday|derni[eè]re?|passée?|letzte[nrsm]?|vorige[nrsm]?|pasad[oa])\b|先|昨|الماضي/iu;
const NOON = 12;
const HALF_DAY_MS = 43_200_000;

/**
 * The times that words may mean, at a local moment of the place, in ms as if it were UTC. Several are a
 * question; none when the words say no day, weekday or hour.
 */
export function readTimes(
  time: string,
  localNowMs: number,
  readers: TimeReaders,
): readonly SaidTime[] {
  const { parser, otherOrder, hasTwelveHours } = readers;
  const parsers = otherOrder === null ? [parser] : [parser, otherOrder];
  const said = parsers.flatMap((its): SaidTime[] => {
    const [result, ...others] = its.parse(time, reference(localNowMs), {
      forwardDate: !PAST.test(time),
    });
    if (result === undefined || others.length > 0 || !saysEnough(result)) return [];
    if (isFromNow(result.start)) {
      return [{ fromNowMs: result.start.date().getTime() - localNowMs }];
    }
    const localMs = localTime(result);
    const isBare = hasTwelveHours && isBareHour(result);
    return isBare ? [{ localMs }, { localMs: localMs + HALF_DAY_MS }] : [{ localMs }];
  });
  const unique = new Map(said.map((its) => [JSON.stringify(its), its]));
  return [...unique.values()];
}

/** The parser counts from this moment, in a zone without an offset. */
function reference(localMs: number) {
  return { instant: new Date(localMs), timezone: 0 };
}

/** A month alone is the beginning of a longer word more often than a time. */
function saysEnough({ start }: ParsedResult): boolean {
  return (['day', 'weekday', 'hour'] as const).some((part) => start.isCertain(part));
}

/** `at 5`, unlike `5:00`, `17` or `5 pm`. */
function isBareHour({ start, text }: ParsedResult): boolean {
  const hour = start.get('hour') ?? 0;
  return (
    start.isCertain('hour') &&
    !start.isCertain('meridiem') &&
    hour > 0 &&
    hour < NOON &&
    !/\d\s*[:.h]\s*\d/i.test(text)
  );
}

/** The word for a zone that the parser found beside a time; empty when there is none. */
function zoneWithin({ start, text }: ParsedResult): string {
  // A count from now has a zone too, without a word for it.
  if (!start.isCertain('timezoneOffset') || isFromNow(start)) return '';
  const isZone = (word: string) =>
    parseFixedZone(word) !== null || meaningsOf(fold(word)).length > 0;
  const words = (text.match(ZONES) ?? []).map((word) => word.replaceAll(/[()]/g, ''));
  return words.find(isZone) ?? '';
}

function oneSpace(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** `now`, `in 20 min`: a moment, whatever the clocks show. */
function isFromNow(start: ParsedResult['start']): boolean {
  const tags = start.tags();
  return tags.has('result/relativeDateAndTime') || tags.has('casualReference/now');
}

/** What the clocks show, whatever zone the parser found beside it. */
function localTime({ start }: ParsedResult): number {
  const part = (name: Parameters<typeof start.get>[0]) => start.get(name) ?? 0;
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
    part('millisecond'),
  );
}
