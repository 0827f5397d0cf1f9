export { buildPlaceNames, buildPlaces, type City } from './build-places.ts';
export { readCities } from './read-cities.ts';
