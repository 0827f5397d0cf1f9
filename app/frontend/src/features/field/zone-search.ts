import { fold } from '@dataiku-assessment/places/fold';
import type { BelowLanguage } from '../../lib/below-language.ts';
import { parseFixedZone } from '../../lib/fixed-zone.ts';
import type { Place } from '../../lib/places.ts';
import { countryName } from '../../lib/region-name.ts';
import { zoneName } from '../../lib/zone-name.ts';
import { meaningsOf } from './abbreviations.ts';
import { countryNames } from './country-names.ts';
import type { ZoneList } from './zone-list.ts';

/** A place that matches a search. */
export interface FoundZone {
  readonly id: string;
  /** The city that matches, or else the city that the zone is named after. */
  readonly name: string;
  /** Its country, after its region where people write one: `TX, United States`. */
  readonly country: string;
}

export interface FoundZones {
  /** The best, best first. */
  readonly zones: readonly FoundZone[];
  /** How many match. */
  readonly total: number;
  /** Whether the words have several meanings, so that none of them may be picked for the visitor. */
  readonly isQuestion: boolean;
}

const NOTHING: FoundZones = { zones: [], total: 0, isQuestion: false };

/** A longer list is not readable: typing another letter is quicker. */
const MOST_FOUND = 24;

/** Finds places by city, country, zone, abbreviation or offset. */
export function findZones(list: ZoneList, words: string, language: BelowLanguage): FoundZones {
  const fixed = parseFixedZone(words);
  if (fixed !== null) {
    const zone = { id: fixed.id, name: zoneName(fixed.id), country: '' };
    return { zones: [zone], total: 1, isQuestion: false };
  }
  const wanted = fold(words);
  // A lone hyphen folds to an empty string, which every name begins with.
  if (wanted === '') return NOTHING;
  const meant = meaningsOf(wanted).map((id) => zoneItself(list, id, language));
  const meaning = meant.map((found) => ({ ...found, find: () => found }));
  const candidates = [
    ...placesWithin(list, words, language),
    ...placesNamed(list, wanted, language),
    ...zonesNamed(list, wanted, language),
  ].sort((a, b) => a.rank - b.rank || b.weight - a.weight);
  const unique = uniqueZones([...meaning, ...candidates]);
  return {
    zones: unique.slice(0, MOST_FOUND).map(({ find }) => find()),
    total: unique.length,
    isQuestion: meant.length > 1,
  };
}

/** The ranks of a match, best first. */
const RANK = { exact: 0, country: 1, begins: 2, countryBegins: 3, contains: 4 } as const;

interface Match {
  readonly rank: number;
  /** Orders equal ranks; larger first. */
  readonly weight: number;
}

/** What is found, without the words that only the best of it needs. */
interface Named {
  readonly id: string;
  readonly name: string;
  find(): FoundZone;
}

interface Candidate extends Match, Named {}

/** A city of 3 million under another of its names counts as much as one of 90,000 under its own. */
const OTHER_NAME = 0.03;

/** Shorter parts of a country's name match too many countries. */
const LEAST_COUNTRY_LETTERS = 3;

function placesNamed(
  { places }: ZoneList,
  wanted: string,
  language: BelowLanguage,
): readonly Candidate[] {
  const rankOfCountry = new Map<string, number | null>();
  const zonesOfCountries = new Set<string>();
  return places.flatMap((place) => {
    const byName = nameRank(place.names, wanted);
    if (byName !== null)
      return {
        ...byName,
        weight: place.population * byName.weight,
        ...named(place, language),
      };
    const { country, zone } = place;
    const known = rankOfCountry.get(country);
    const rank = known === undefined ? countryRank(country, wanted, language) : known;
    rankOfCountry.set(country, rank);
    // Of a country, each zone is found once, under its largest city.
    if (rank === null || zonesOfCountries.has(country + zone)) return [];
    zonesOfCountries.add(country + zone);
    return { rank, weight: place.population, ...named(place, language) };
  });
}

/** A city with its country or region behind it: `paris, us`, `portland or`. */
function placesWithin(
  { places }: ZoneList,
  words: string,
  language: BelowLanguage,
): readonly Candidate[] {
  const parts = fold(words.replaceAll(',', ' ')).split(' ');
  const splits = parts.slice(1).map((_, index) => ({
    name: parts.slice(0, index + 1).join(' '),
    area: parts.slice(index + 1).join(' '),
  }));
  if (splits.length === 0) return [];
  return places.flatMap((place) => {
    const areas = [place.region.toLowerCase(), ...countryNames(place.country, language)];
    const isWithin = splits.some(
      ({ name, area }) => areas.includes(area) && place.names.some((its) => its.startsWith(name)),
    );
    return isWithin
      ? { rank: RANK.exact, weight: place.population, ...named(place, language) }
      : [];
  });
}

/** How well the names of a place match, its own name first; null when none does. */
function nameRank(names: readonly string[], wanted: string): Match | null {
  const exact = names.indexOf(wanted);
  if (exact !== -1) return { rank: RANK.exact, weight: weightOf(exact) };
  const begun = names.findIndex((name) => name.startsWith(wanted));
  if (begun !== -1) return { rank: RANK.begins, weight: weightOf(begun) };
  return names[0]?.includes(` ${wanted}`) ? { rank: RANK.contains, weight: 1 } : null;
}

function weightOf(index: number): number {
  return index === 0 ? 1 : OTHER_NAME;
}

function countryRank(code: string, wanted: string, language: BelowLanguage): number | null {
  const names = countryNames(code, language);
  if (names.includes(wanted)) return RANK.country;
  if (wanted.length < LEAST_COUNTRY_LETTERS) return null;
  return names.some((name) => name.startsWith(wanted)) ? RANK.countryBegins : null;
}

/**
 * The server's zones. The tz database's own kinds (`Etc/…`, whose signs are inverted) and its old names
 * are found only by their whole name.
 */
function zonesNamed(
  { zones }: ZoneList,
  wanted: string,
  language: BelowLanguage,
): readonly Candidate[] {
  return zones.flatMap(({ id, linksTo, country }) => {
    const name = zoneName(id);
    const find = () => ({
      id,
      name,
      country: countryName(country?.code ?? null, language.locale),
    });
    if (fold(id) === wanted) return { rank: RANK.exact, weight: 0, id, name, find };
    if (linksTo !== null || country === null) return [];
    const rank = nameRank([fold(name), fold(id)], wanted);
    return rank === null ? [] : { ...rank, weight: 0, id, name, find };
  });
}

function zoneItself({ zones }: ZoneList, id: string, language: BelowLanguage): FoundZone {
  const country = zones.find((zone) => zone.id === id)?.country?.code ?? null;
  return { id, name: zoneName(id), country: countryName(country, language.locale) };
}

function named(place: Place, language: BelowLanguage): Named {
  return { id: place.zone, name: place.name, find: () => foundPlace(place, language) };
}

function foundPlace({ name, country, region, zone }: Place, language: BelowLanguage): FoundZone {
  const parts = [region, countryName(country, language.locale)].filter((part) => part !== '');
  return { id: zone, name, country: parts.join(', ') };
}

/** One name of one zone is found once. */
function uniqueZones(found: readonly Named[]): readonly Named[] {
  const seen = new Set<string>();
  return found.filter(({ id, name }) => {
    const key = `${id} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}
