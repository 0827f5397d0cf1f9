import type { RawTimeZone } from '@vvo/tzdb';
import type { ZoneEntry, ZonePeriod, ZoneTable } from '../zone-table.ts';
import type { Tzdata } from './parse-tzdata.ts';
import { type HistoryEntry, zoneHistory } from './zone-history.ts';

/** The sources of the table. */
export interface ZoneSources {
  readonly tzdata: Tzdata;
  /** The text of the tz database's `zone.tab`. */
  readonly zoneTab: string;
  /** Countries and cities. */
  readonly places: readonly RawTimeZone[];
}

/**
 * Makes the table of zones: links, countries, cities, and the names of each zone's offsets. Links are
 * those of ECMA-402: a zone of a country in `zone.tab` is not a link, though the tz database may link
 * it to a neighbour whose clocks have agreed since 1970.
 */
export function buildZoneTable({ tzdata, zoneTab, places }: ZoneSources): ZoneTable {
  const ofCountries = new Set(zoneTab.split('\n').flatMap((line) => line.split('\t')[2] ?? []));
  const isLink = (id: string) => tzdata.links.has(id) && !ofCountries.has(id);
  const ids = [...tzdata.zones.keys(), ...tzdata.links.keys()].sort();
  const primaryIds = ids.filter((id) => !isLink(id));
  const linkIds = ids.filter(isLink);
  return {
    version: tzdata.version,
    countries: Object.fromEntries(
      places.map((place) => [place.countryCode, place.countryName]).sort(),
    ),
    clocks: Object.fromEntries(
      [...tzdata.zones].map(([id, eras]) => [id, periods(zoneHistory(eras, tzdata.rules))]),
    ),
    zones: Object.fromEntries(primaryIds.map((id) => [id, zoneEntry(id, tzdata, places)])),
    links: Object.fromEntries(linkIds.map((id) => [id, linkTarget(id, tzdata, primaryIds)])),
  };
}

/**
 * Cuts a zone's history where an offset gets another meaning: within a period, Temporal's offset
 * determines the abbreviation and DST. The last period never ends.
 */
function periods(history: readonly HistoryEntry[]): ZonePeriod[] {
  const cut: { from: number | null; types: [number, number, string][] }[] = [];
  for (const { fromSeconds, offsetSeconds, saveSeconds, abbreviation } of history) {
    const types = cut.at(-1)?.types ?? [];
    const known = types.find(([offset]) => offset === offsetSeconds);
    const type: [number, number, string] = [offsetSeconds, saveSeconds, abbreviation];
    if (cut.length === 0 || (known !== undefined && String(known) !== String(type))) {
      cut.push({ from: fromSeconds, types: [type] });
    } else if (known === undefined) types.push(type);
  }
  return cut;
}

function zoneEntry(id: string, { links }: Tzdata, places: readonly RawTimeZone[]): ZoneEntry {
  const place = places.find(({ group }) => group.includes(id));
  return {
    clock: links.get(id) ?? id,
    country: place?.countryCode ?? null,
    // The other zones of a group are named after the cities that they are kept for.
    cities: place?.name === id ? place.mainCities : [],
  };
}

/**
 * The zone that a link stands for. The packed source names the neighbour that shares its data
 * (Iceland: Africa/Abidjan), so Temporal has the last word.
 */
function linkTarget(id: string, { links }: Tzdata, primaryIds: readonly string[]): string {
  const target = links.get(id) ?? id;
  if (primaryIds.includes(target) && isSameZone(id, target)) return target;
  return primaryIds.find((primaryId) => isSameZone(id, primaryId)) ?? target;
}

function isSameZone(a: string, b: string): boolean {
  try {
    return new Temporal.ZonedDateTime(0n, a).equals(new Temporal.ZonedDateTime(0n, b));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
