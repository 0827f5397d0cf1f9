import type { ZoneSummary } from '@dataiku-assessment/contract';
import { ZONE_TABLE } from './zone-table.ts';

let summaries: readonly ZoneSummary[] | undefined;

/** Every zone and link that the runtime knows, sorted by id; the table lists them, Intl does not. */
export function listZones(): readonly ZoneSummary[] {
  summaries ??= knownIds().map(summarizeZone);
  return summaries;
}

/** Link, country and cities of a zone. `id` is in the spelling of the tz database. */
export function summarizeZone(id: string): ZoneSummary {
  const linksTo = ZONE_TABLE.links[id] ?? null;
  const entry = ZONE_TABLE.zones[linksTo ?? id];
  const code = entry?.country ?? null;
  return {
    id,
    linksTo,
    country: code === null ? null : { code, name: ZONE_TABLE.countries[code] ?? code },
    cities: [...(entry?.cities ?? [])],
  };
}

function knownIds(): string[] {
  const listed = [...Object.keys(ZONE_TABLE.zones), ...Object.keys(ZONE_TABLE.links)];
  // Intl's list has the new zones of a newer runtime.
  const ids = new Set([...listed, ...Intl.supportedValuesOf('timeZone')]);
  return [...ids].filter(isKnown).sort();
}

function isKnown(id: string): boolean {
  try {
    return new Temporal.ZonedDateTime(0n, id).timeZoneId === id;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
