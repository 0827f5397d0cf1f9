import { readFileSync } from 'node:fs';

/** An offset from UTC in seconds, the part of it that is DST, and its name. */
export type ZoneType = readonly [offsetSeconds: number, saveSeconds: number, abbreviation: string];

/** The meaning of each offset from an instant on (seconds since 1970; null: the beginning). */
export interface ZonePeriod {
  readonly from: number | null;
  readonly types: readonly ZoneType[];
}

export interface ZoneEntry {
  /** The zone whose clocks these are: itself, or the neighbour that shares its data. */
  readonly clock: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly cities: readonly string[];
}

/** The data of the tz database that Temporal lacks. Made by write-zone-table.ts. */
export interface ZoneTable {
  readonly version: string;
  readonly countries: Readonly<Record<string, string>>;
  readonly clocks: Readonly<Record<string, readonly ZonePeriod[]>>;
  readonly zones: Readonly<Record<string, ZoneEntry>>;
  readonly links: Readonly<Record<string, string>>;
}

// Not imported: in the bundle that would be 170 kB of code to compile at each start.
const path = new URL('./zone-table.json', import.meta.url);
export const ZONE_TABLE: ZoneTable = JSON.parse(readFileSync(path, 'utf8'));
