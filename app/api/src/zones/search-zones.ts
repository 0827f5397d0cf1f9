import type { ZoneSummary } from '@dataiku-assessment/contract';
import { listZones } from './zone-list.ts';

interface Searchable {
  readonly zone: ZoneSummary;
  /** Its id, each part of that, and the names of its country and cities, folded. */
  readonly names: ReadonlySet<string>;
}

/** Names in use that neither the tz database nor Intl has. */
const OTHER_COUNTRY_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE'],
  CI: ['Ivory Coast'],
  GB: ['Great Britain', 'England', 'Scotland', 'Wales'],
  NL: ['Holland'],
  TR: ['Turkey'],
  US: ['USA', 'United States of America'],
};
const OTHER_CITY_NAMES: Readonly<Record<string, readonly string[]>> = {
  Bengaluru: ['Bangalore'],
  Beijing: ['Peking'],
  Chennai: ['Madras'],
  Guangzhou: ['Canton'],
  Mumbai: ['Bombay'],
};

const searchable = new WeakMap<readonly ZoneSummary[], readonly Searchable[]>();

/**
 * The zones that `wanted` names: by the id or a part of it, a city, a country or its code, without regard
 * to case, accents and punctuation. If it is no whole name, those with a name of which words begin so.
 */
export function searchZones(wanted: string): ZoneSummary[] {
  const zones = listZones();
  const known = searchable.get(zones) ?? zones.map(toSearchable);
  searchable.set(zones, known);
  const name = fold(wanted);
  const whole = known.filter(({ names }) => names.has(name));
  const found = whole.length > 0 ? whole : known.filter(({ names }) => hasStart(names, name));
  return found.map(({ zone }) => zone);
}

function hasStart(names: ReadonlySet<string>, start: string): boolean {
  return [...names].some((name) => ` ${name}`.includes(` ${start}`));
}

function toSearchable(zone: ZoneSummary): Searchable {
  const { id, country, cities } = zone;
  const ofCities = cities.flatMap((city) => [city, ...(OTHER_CITY_NAMES[city] ?? [])]);
  const ofCountry = country === null ? [] : countryNames(country);
  return { zone, names: new Set([id, ...id.split('/'), ...ofCities, ...ofCountry].map(fold)) };
}

let regionNames: readonly Intl.DisplayNames[] | undefined;

/** Made at the first search: Intl takes 30 ms for them, which would delay the start. */
function namesOfRegions(): readonly Intl.DisplayNames[] {
  const styles = ['long', 'short'] as const;
  regionNames ??= styles.map((style) => new Intl.DisplayNames(['en'], { type: 'region', style }));
  return regionNames;
}

function countryNames({ code, name }: NonNullable<ZoneSummary['country']>): string[] {
  const ofIntl = namesOfRegions().map((names) => names.of(code) ?? code);
  return [code, name, ...ofIntl, ...(OTHER_COUNTRY_NAMES[code] ?? [])];
}

/**
 * Folds spellings: `São Paulo`, `sao_paulo` and `SAO-PAULO` become the same. A plus may arrive as a space,
 * a minus before a figure is one.
 */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/-(?!\d)|[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
    .toLowerCase();
}
