import type { ZoneSummary } from '@dataiku-assessment/contract';
import { zonesOfPlace, zonesOfPlacesBeginning } from './place-names.ts';
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

const searchable = new WeakMap<readonly ZoneSummary[], readonly Searchable[]>();

/**
 * The zones that `wanted` names: by the id or a part of it, one of its largest cities, a country or its code;
 * else those with any city of this name; else those with a name of which words begin so. Without regard to
 * case, accents and punctuation.
 */
export function searchZones(wanted: string): ZoneSummary[] {
  const zones = listZones();
  const known = searchable.get(zones) ?? zones.map(toSearchable);
  searchable.set(zones, known);
  const name = fold(wanted);
  const whole = known.filter(({ names }) => names.has(name));
  if (whole.length > 0) return whole.map(({ zone }) => zone);
  const ofPlace = zonesOfPlace(wanted);
  if (ofPlace.size > 0) return zones.filter((zone) => isOneOf(ofPlace, zone));
  const ofBeginning = zonesOfPlacesBeginning(wanted);
  return known
    .filter(({ zone, names }) => isOneOf(ofBeginning, zone) || hasStart(names, name))
    .map(({ zone }) => zone);
}

function isOneOf(ids: ReadonlySet<string>, { id, linksTo }: ZoneSummary): boolean {
  return ids.has(id) || (linksTo !== null && ids.has(linksTo));
}

function hasStart(names: ReadonlySet<string>, start: string): boolean {
  return [...names].some((name) => ` ${name}`.includes(` ${start}`));
}

function toSearchable(zone: ZoneSummary): Searchable {
  const { id, country, cities } = zone;
  const ofCountry = country === null ? [] : countryNames(country);
  return { zone, names: new Set([id, ...id.split('/'), ...cities, ...ofCountry].map(fold)) };
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
