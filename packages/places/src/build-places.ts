import { fold } from './fold.ts';

/** A city as GeoNames has it. */
export interface City {
  readonly name: string;
  readonly alternateNames: readonly string[];
  readonly featureCode: string;
  readonly countryCode: string;
  readonly admin1Code: string;
  readonly population: number;
  readonly timezone: string;
}

/** Smaller cities would make the file larger than a visitor wants to wait for. Capitals are always in it. */
const LEAST_POPULATION = 100_000;
/** From this population on, a city has its names in all of these scripts; below, some in Latin letters. */
const KNOWN_EVERYWHERE = 500_000;
const SCRIPTS =
  /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Arab}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Zyyy}\p{M}]+$/u;
const MOST_NAMES_BELOW = 6;
const LONGEST_NAME = 30;

/** Parts of cities, and places that are no more. */
const NO_CITY = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);
const CAPITAL = 'PPLC';

/** Countries whose regions' codes are the ones that people write. */
const REGIONS_BY_CODE = new Set(['US']);

/** Names that people type and GeoNames lacks, such as airports outside of the city's own code. */
const EVERYDAY_NAMES: Readonly<Record<string, readonly string[]>> = {
  'New York City': ['jfk', 'lga', 'ewr'],
  Chicago: ['ord'],
  'Los Angeles': ['la', 'lax'],
  'San Francisco': ['sf', 'sfo'],
  Washington: ['dc', 'iad', 'washington dc'],
  London: ['lhr', 'lgw'],
  Paris: ['cdg', 'ory'],
  Tokyo: ['nrt', 'hnd'],
  Toronto: ['yyz'],
  'São Paulo': ['gru', 'sampa'],
};

/** Cities that are known under a shorter name than their zone's or GeoNames'. */
const SHORT_NAMES: Readonly<Record<string, string>> = { 'New York City': 'New York' };

/**
 * The cities as the page loads them: a line of zones, then a line for each city, largest first. Its
 * fields, between tabs: name, country, region or nothing, population in thousands, number of the zone in
 * the first line, other names. Other names are folded, and left out where they begin another one: the
 * page finds beginnings.
 */
export function buildPlaces(cities: readonly City[]): string {
  const kept = knownCities(cities);
  const zones = [...new Set(kept.map(({ timezone }) => timezone))];
  const lines = kept.map((city) => {
    const { name, countryCode, admin1Code, population, timezone } = city;
    const region = REGIONS_BY_CODE.has(countryCode) ? admin1Code : '';
    const thousands = Math.round(population / 1_000);
    const { everyday, written } = otherNames(city);
    const others = [...new Set([...everyday, ...withoutBeginnings(written)])].join(',');
    const fields = [
      shownName(name),
      countryCode,
      region,
      thousands,
      zones.indexOf(timezone),
      others,
    ];
    return fields.join('\t');
  });
  return [zones.join(' '), ...lines].join('\n');
}

/**
 * The names of the same cities, folded, as the API loads them: a line for each zone, sorted, with the zone
 * and a tab before them, and a comma before and behind each.
 */
export function buildPlaceNames(cities: readonly City[]): string {
  const namesOf = new Map<string, Set<string>>();
  for (const city of knownCities(cities)) {
    const names = namesOf.getOrInsertComputed(city.timezone, () => new Set());
    const { everyday, written } = otherNames(city);
    for (const name of [fold(shownName(city.name)), ...everyday, ...written]) names.add(name);
  }
  const lines = [...namesOf].map(([zone, names]) => `${zone}\t,${[...names].join(',')},`);
  return lines.sort().join('\n');
}

/** Those that are listed, largest first. */
function knownCities(cities: readonly City[]): City[] {
  return cities
    .filter(({ featureCode, population }) => {
      const isLarge = population >= LEAST_POPULATION && !NO_CITY.has(featureCode);
      return isLarge || featureCode === CAPITAL;
    })
    .sort((a, b) => b.population - a.population);
}

function shownName(name: string): string {
  return SHORT_NAMES[name] ?? name;
}

/** The names of a city that don't begin its own, folded; those that GeoNames has written are sorted. */
function otherNames({ name, alternateNames, population, featureCode }: City) {
  const own = fold(shownName(name));
  const everyday = population >= KNOWN_EVERYWHERE ? (EVERYDAY_NAMES[name] ?? []) : [];
  const isKnownEverywhere = population >= KNOWN_EVERYWHERE || featureCode === CAPITAL;
  const spelled = alternateNames
    // Romanised by machine: they begin with a small letter.
    .filter((other) => !/^[a-z]/.test(other) && SCRIPTS.test(other) && !/[,\t]/.test(other))
    .map(fold);
  const names = [...new Set([...(name in SHORT_NAMES ? [fold(name)] : []), ...spelled])].filter(
    (other) => other.length > 1 && other.length < LONGEST_NAME && !own.startsWith(other),
  );
  const few = isKnownEverywhere
    ? names
    : names.filter((other) => /^[\x20-\x7e]+$/.test(other)).slice(0, MOST_NAMES_BELOW);
  return { everyday, written: few.sort() };
}

/** Of sorted names, those that don't begin another one. */
function withoutBeginnings(sorted: readonly string[]): string[] {
  return sorted.filter((name, index) => !sorted[index + 1]?.startsWith(name));
}
