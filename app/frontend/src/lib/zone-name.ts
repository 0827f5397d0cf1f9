import { parseFixedZone } from './fixed-zone.ts';
import { zoneCity } from './zone-city.ts';

/**
 * The name of a zone: its city, or its offset. The signs of `Etc/GMT+5` are inverted, so it is named as
 * people mean it: `UTC−5`.
 */
export function zoneName(id: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(id) ?? [];
  if (hours !== undefined) return hours === '0' ? 'UTC' : `UTC${sign === '+' ? '−' : '+'}${hours}`;
  if (parseFixedZone(id)?.id === id) return id.replace('-', '−');
  return zoneCity(id);
}
