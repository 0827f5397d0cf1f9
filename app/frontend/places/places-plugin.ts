import { buildPlaces, readCities } from '@dataiku-assessment/places';
import type { Plugin } from 'vite';

const MODULE = 'virtual:places';

/** Gives the page the module `virtual:places`: the cities of GeoNames as one text. */
export function places(): Plugin {
  return {
    name: 'places',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) =>
      id === `\0${MODULE}`
        ? `export const placesText = ${JSON.stringify(buildPlaces(readCities()))};`
        : null,
  };
}
