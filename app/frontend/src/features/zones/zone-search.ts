import type { TimezonesAnswer, ZoneSummary } from '@dataiku-assessment/contract';
import { askApi } from '../../lib/api.ts';
import type { BelowLanguage } from '../../lib/below-language.ts';
import { madeOnce } from '../../lib/made-once.ts';
import { regionName } from '../../lib/region-name.ts';
import { whenIdle } from '../../lib/when-idle.ts';
import { countryName, zoneName } from './zone-text.ts';

/** A zone that matches a search. */
export interface FoundZone {
  readonly id: string;
  /** The city that matches, or else the city that the zone is named after. */
  readonly name: string;
  readonly country: string;
}

export type ZoneList = readonly ZoneSummary[];

/**
 * Requests all zones from the API: 14 kB compressed, cached by browsers for an hour. The page then
 * searches by itself at each keystroke.
 * @throws {TypeError} when the answer is malformed.
 */
export async function loadZoneList(): Promise<ZoneList> {
  const { timezones } = await askApi<TimezonesAnswer>('api/v1/timezones');
  if (Array.isArray(timezones) && timezones.every(isZoneSummary)) return timezones;
  throw new TypeError('The server’s answer is not a list of time zones.');
}

function isZoneSummary(value: unknown): boolean {
  const { id, linksTo, country, cities } = Object(value);
  return (
    typeof id === 'string' &&
    (linksTo === null || typeof linksTo === 'string') &&
    (country === null || /^[A-Z]{2}$/.test(String(country?.code))) &&
    Array.isArray(cities) &&
    cities.every((city) => typeof city === 'string')
  );
}

/** The number of zones prepared at a time: less than one frame of a slow phone. */
const READY_AT_ONCE = 40;

/** Prepares the names of countries while the browser is idle; otherwise the first search would be slow. */
export async function readyNames(zones: ZoneList, language: BelowLanguage): Promise<void> {
  for (let first = 0; first < zones.length; first += READY_AT_ONCE) {
    await whenIdle();
    for (const { country } of zones.slice(first, first + READY_AT_ONCE)) {
      if (country !== null) countryNames(country.code, language);
    }
  }
}

/** The ranks of a match, best first. */
const FIT = {
  isName: 0,
  isCountry: 1,
  beginsName: 2,
  beginsCountry: 3,
  inName: 4,
  inCountry: 5,
  none: 6,
} as const;
/** Shorter parts of a country's name match too many countries. */
const LEAST_COUNTRY_LETTERS = 3;

/** Finds zones by name, city or country. Exact matches come first, then beginnings, then other parts. */
export function findZones(
  zones: ZoneList,
  words: string,
  language: BelowLanguage,
): readonly FoundZone[] {
  const wanted = fold(words);
  // A lone hyphen folds to an empty string, which every name begins with.
  if (wanted === '') return [];
  const found = zones.flatMap((zone) => {
    const fit = fitOf(zone, wanted, language);
    return fit.rank === FIT.none ? [] : [{ zone, ...fit }];
  });
  const names = new Map(found.map(({ zone, name }) => [zone.id, name]));
  return (
    found
      // A link to a zone that is found under the same name would be a duplicate.
      .filter(({ zone: { linksTo }, name }) => names.get(linksTo ?? '') !== name)
      .toSorted((a, b) => a.rank - b.rank || weightOf(b) - weightOf(a))
      .map(({ zone: { id, country }, name }) => ({
        id,
        name,
        country: countryName(country?.code ?? null, language),
      }))
  );
}

/** Orders equal ranks: first the zone named after the match, then the one with more cities in the API. */
function weightOf({ zone: { id, cities }, name }: { zone: ZoneSummary; name: string }): number {
  return (name === zoneName(id) ? 100 : 0) + cities.length;
}

interface Fit {
  readonly rank: number;
  /** The name that matches. */
  readonly name: string;
}

function fitOf(
  { id, linksTo, country, cities }: ZoneSummary,
  wanted: string,
  language: BelowLanguage,
): Fit {
  const ownName = zoneName(id);
  // A link has the cities and the country of its target. Only its own name is matched.
  const names = linksTo === null ? [ownName, ...cities] : [ownName];
  const ranks = [...names, id].map((name) => rankOf(fold(name), wanted, 'Name'));
  const best = Math.min(...ranks);
  const fit = { rank: best, name: names[ranks.indexOf(best)] ?? ownName };
  if (linksTo !== null || country === null) return fit;
  const byCountry = countryNames(country.code, language).map((name) =>
    wanted.length < LEAST_COUNTRY_LETTERS && name !== wanted
      ? FIT.none
      : rankOf(name, wanted, 'Country'),
  );
  const rank = Math.min(...byCountry);
  return rank < best ? { rank, name: ownName } : fit;
}

function rankOf(name: string, wanted: string, of: 'Name' | 'Country'): number {
  if (name === wanted) return FIT[`is${of}`];
  if (name.startsWith(wanted)) return FIT[`begins${of}`];
  return name.includes(wanted) ? FIT[`in${of}`] : FIT.none;
}

/** Common names of countries that Intl doesn't have. */
const EVERYDAY_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ['uae'],
  CI: ['ivory coast'],
  GB: ['great britain', 'england', 'scotland', 'wales'],
  NL: ['holland'],
  US: ['usa'],
};

const namesOfCountries = new Map<string, readonly string[]>();

/** The names of a country, folded: in the visitor's languages and in English, long and short, and its code. */
function countryNames(code: string, { locales }: BelowLanguage): readonly string[] {
  return madeOnce(namesOfCountries, `${code} ${locales}`, () => {
    const inLanguages = [...locales, 'en'].flatMap((language) => [
      regionName(code, language),
      regionName(code, language, 'short'),
    ]);
    return [...new Set([...inLanguages, code, ...(EVERYDAY_NAMES[code] ?? [])])].map(fold);
  });
}

/** Letters that Unicode doesn't decompose, as they are typed on other keyboards. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

/** Folds a name for comparison: no accents, case or apostrophes, one space between words. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\P{ASCII}/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/['‘’ʻʼ]/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
