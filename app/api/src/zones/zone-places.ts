import { readFileSync } from 'node:fs';

/** Where a zone is, as far as the tz database does not tell. */
export interface ZonePlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly cities: readonly string[];
}

/** Countries, cities, and which ids are links. Made by tzdb/write-zone-places.ts. */
export interface ZonePlaces {
  readonly countries: Readonly<Record<string, string>>;
  readonly zones: Readonly<Record<string, ZonePlace>>;
  readonly links: Readonly<Record<string, string>>;
}

let places: ZonePlaces | undefined;

/** Read at the first use: the start does not wait for it. */
export function zonePlaces(): ZonePlaces {
  // Not imported: in the bundle that would be code to compile at each start.
  const path = new URL('./zone-places.json', import.meta.url);
  places ??= JSON.parse(readFileSync(path, 'utf8')) as ZonePlaces;
  return places;
}
