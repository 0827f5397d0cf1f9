import { parseFixedZone } from '../../lib/fixed-zone.ts';
import { zoneName } from '../../lib/zone-name.ts';

/** A pinned place: a zone, and a city in it unless the zone is named after that city. */
export interface PinnedPlace {
  readonly id: string;
  readonly city: string | null;
}

/** Writes a place as the address has it: `Asia/Tokyo`, `America/Los_Angeles:San_Francisco`. */
export function writePin(id: string, city: string): string {
  return city === zoneName(id) ? id : `${id}:${city.replaceAll(' ', '_')}`;
}

/** Reads a pin. An unescaped `+` of the address arrives as a space, as in `UTC+5:30`. */
export function parsePin(pin: string): PinnedPlace {
  const fixed = parseFixedZone(pin.replace(' ', '+'));
  if (fixed !== null) return { id: fixed.id, city: null };
  const [id = '', city] = pin.split(':');
  return { id: id.replaceAll(' ', '+'), city: city?.replaceAll('_', ' ') ?? null };
}
