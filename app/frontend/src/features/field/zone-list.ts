import type { TimezonesAnswer, ZoneSummary } from '@dataiku-assessment/contract';
import { askApi } from '../../lib/api.ts';
import { loadPlaces, type Place } from '../../lib/places.ts';

/** What the page searches at each keystroke. */
export interface ZoneList {
  /** The server's zones: 14 kB compressed, cached by browsers for an hour. */
  readonly zones: readonly ZoneSummary[];
  /** Largest first. */
  readonly places: readonly Place[];
}

/**
 * Loads zones and cities.
 * @throws {TypeError} when the server's answer is malformed.
 */
export async function loadZoneList(): Promise<ZoneList> {
  const [{ timezones }, places] = await Promise.all([
    askApi<TimezonesAnswer>('api/v1/timezones'),
    loadPlaces(),
  ]);
  if (!Array.isArray(timezones) || !timezones.every(isZoneSummary)) {
    throw new TypeError('The server’s answer is not a list of time zones.');
  }
  return { zones: timezones, places };
}

function isZoneSummary(value: unknown): boolean {
  const { id, linksTo, country, cities } = Object(value);
  return (
    typeof id === 'string' &&
    (linksTo === null || typeof linksTo === 'string') &&
    (country === null || /^[A-Z]{2}$/.test(String(country?.code))) &&
    Array.isArray(cities) &&
    cities.every((city) => typeof city === 'string')
  );
}
