import type { RawTimeZone } from '@vvo/tzdb';
import type { ZonePlace, ZonePlaces } from '../zone-places.ts';
import type { Tzdata } from './parse-tzdata.ts';

/** The sources of the places. */
export interface ZoneSources {
  readonly tzdata: Tzdata;
  /** The text of the tz database's `zone.tab`. */
  readonly zoneTab: string;
  /** Countries and cities. */
  readonly places: readonly RawTimeZone[];
}

/**
 * Lists countries, cities and links. Links are those of ECMA-402: a zone of a country in `zone.tab`
 * is not a link, though a build of the tz database may link it to a neighbour whose clocks have
 * agreed since 1970.
 */
export function buildZonePlaces({ tzdata, zoneTab, places }: ZoneSources): ZonePlaces {
  const ofCountries = new Set(zoneTab.split('\n').flatMap((line) => line.split('\t')[2] ?? []));
  const isLink = (id: string) => tzdata.links.has(id) && !ofCountries.has(id);
  const ids = [...tzdata.zones.keys(), ...tzdata.links.keys()].sort();
  const primaryIds = ids.filter((id) => !isLink(id));
  const linkIds = ids.filter(isLink);
  return {
    countries: Object.fromEntries(
      places.map((place) => [place.countryCode, place.countryName.trim()]).sort(),
    ),
    zones: Object.fromEntries(primaryIds.map((id) => [id, zonePlace(id, places)])),
    links: Object.fromEntries(linkIds.map((id) => [id, linkTarget(id, tzdata, primaryIds)])),
  };
}

function zonePlace(id: string, places: readonly RawTimeZone[]): ZonePlace {
  const place = places.find(({ group }) => group.includes(id));
  return {
    country: place?.countryCode ?? null,
    // The other zones of a group are named after the cities that they are kept for.
    cities: place?.name === id ? place.mainCities : [],
  };
}

/**
 * The zone that a link stands for. The source may name the neighbour that shares its data (Iceland:
 * Africa/Abidjan), so the runtime's own list of links has the last word.
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
