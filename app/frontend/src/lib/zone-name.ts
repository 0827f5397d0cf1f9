import { parseFixedZone } from './fixed-zone.ts';

/**
 * The city that a zone is named after: `Buenos Aires` for `America/Argentina/Buenos_Aires`. The signs of
 * `Etc/GMT+5` are inverted, so it is named as people mean it: `UTC−5`.
 */
export function zoneName(id: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(id) ?? [];
  if (hours !== undefined) return hours === '0' ? 'UTC' : `UTC${sign === '+' ? '−' : '+'}${hours}`;
  if (parseFixedZone(id)?.id === id) return id.replace('-', '−');
  return id.slice(id.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
