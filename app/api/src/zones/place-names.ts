import { readFileSync } from 'node:fs';
import { fold } from '@dataiku-assessment/places/fold';

/** The names of a zone's cities. Made by tzdb/write-zone-places.ts. */
interface NamedZone {
  readonly id: string;
  /** Folded, with a comma before and behind each. */
  readonly names: string;
}

let zones: readonly NamedZone[] | undefined;

/** Ids of the zones in which a city of GeoNames has this name. */
export function zonesOfPlace(name: string): ReadonlySet<string> {
  return zonesWith([`,${foldOne(name)},`]);
}

/** Ids of the zones in which words of a city's name begin so. */
export function zonesOfPlacesBeginning(start: string): ReadonlySet<string> {
  return zonesWith([`,${foldOne(start)}`, ` ${foldOne(start)}`]);
}

/** A comma would match two names at once. */
function foldOne(name: string): string {
  return fold(name).replaceAll(',', ' ');
}

/** A search in the text: a set of all names would need more memory. */
function zonesWith(texts: readonly string[]): ReadonlySet<string> {
  const found = namedZones().filter(({ names }) => texts.some((text) => names.includes(text)));
  return new Set(found.map(({ id }) => id));
}

/** Read at the first search. */
function namedZones(): readonly NamedZone[] {
  const path = new URL('./place-names.txt', import.meta.url);
  zones ??= readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => {
      const [id = '', names = ''] = line.split('\t');
      return { id, names };
    });
  return zones;
}
