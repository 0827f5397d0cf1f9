import { zoneName } from './zone-text.ts';

/** What a pin names: a zone, and a city in it unless the zone is named for it. */
export interface PinnedPlace {
  readonly id: string;
  readonly city: string | null;
}

/** A place as it stands in the address: `Asia/Tokyo`, `America/Los_Angeles:San_Francisco`. */
export function writePin(id: string, city: string): string {
  return city === zoneName(id) ? id : `${id}:${city.replaceAll(' ', '_')}`;
}

/** Reads a pin. A `+` that was not escaped in the address is a space: `Etc/GMT+5`. */
export function parsePin(pin: string): PinnedPlace {
  const [id = '', city] = pin.split(':');
  return { id: id.replaceAll(' ', '+'), city: city?.replaceAll('_', ' ') ?? null };
}
