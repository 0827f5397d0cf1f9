import { readFileSync } from 'node:fs';
import { rawTimeZones } from '@vvo/tzdb';
import type { ZoneSources } from './build-zone-places.ts';
import { parseTzdata } from './parse-tzdata.ts';

/** The tz database's source as it lies beside this file, and the places of `@vvo/tzdb`. */
export function readZoneSources(): ZoneSources {
  return {
    tzdata: parseTzdata(read('tzdata.zi')),
    zoneTab: read('zone.tab'),
    places: rawTimeZones,
  };
}

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
