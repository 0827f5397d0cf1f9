import type { ZoneSummary } from '@dataiku-assessment/contract';
import { type TzDatabase, tzDatabase } from './tz-database.ts';
import { zonePlaces } from './zone-places.ts';

const summaries = new WeakMap<TzDatabase, readonly ZoneSummary[]>();

/** Every zone and link of the release in use, sorted by id. Made once a release. */
export function listZones(): readonly ZoneSummary[] {
  const database = tzDatabase();
  const known = summaries.get(database) ?? database.ids.map(summarizeZone);
  summaries.set(database, known);
  return known;
}

/** Link, country and cities of a zone. `id` is in the spelling of the tz database. */
export function summarizeZone(id: string): ZoneSummary {
  const { zones, links, countries } = zonePlaces();
  // A zone that is newer than the places is what its own release says.
  const linksTo = id in zones ? null : (links[id] ?? tzDatabase().linkTarget(id));
  const place = zones[linksTo ?? id];
  const code = place?.country ?? null;
  return {
    id,
    linksTo,
    country: code === null ? null : { code, name: countries[code] ?? code },
    cities: [...(place?.cities ?? [])],
  };
}
