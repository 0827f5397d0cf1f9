import { fold } from '@dataiku-assessment/places/fold';

/** A city. */
export interface Place {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The code of the region that people write after the city, such as `WA`; empty elsewhere. */
  readonly region: string;
  /** In thousands. */
  readonly population: number;
  readonly zone: string;
  /** Its names, folded, its own first. */
  readonly names: readonly string[];
}

/** Loads the cities of GeoNames, 220 kB compressed, largest first. */
export async function loadPlaces(): Promise<readonly Place[]> {
  const { placesText } = await import('virtual:places');
  return parsePlaces(placesText);
}

/** Parses what buildPlaces wrote. */
export function parsePlaces(text: string): readonly Place[] {
  const [head = '', ...lines] = text.split('\n');
  const zones = head.split(' ');
  return lines.map((line) => {
    const [name = '', country = '', region = '', thousands, zone, others = ''] = line.split('\t');
    return {
      name,
      country,
      region,
      population: Number(thousands),
      zone: zones[Number(zone)] ?? '',
      names: [fold(name), ...(others === '' ? [] : others.split(','))],
    };
  });
}
