import { type TzDatabase, tzDatabase } from './tz-database.ts';
import { listZones } from './zone-list.ts';

interface Abbreviations {
  readonly year: number;
  readonly idsOf: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<TzDatabase, Abbreviations>();

/** The zones that most people mean by names which the tz database has ids of their own for: `PST8PDT`. */
const BEST_KNOWN = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];

/**
 * The zones that use an abbreviation this year, in any case: links aside, and the best known first, which
 * are those with the most other names.
 */
export function zonesByAbbreviation(abbreviation: string): readonly string[] {
  const database = tzDatabase();
  const year = new Date().getUTCFullYear();
  const last = known.get(database);
  const abbreviations = last?.year === year ? last : listAbbreviations(database, year);
  known.set(database, abbreviations);
  return abbreviations.idsOf.get(abbreviation.toUpperCase()) ?? [];
}

function listAbbreviations(database: TzDatabase, year: number): Abbreviations {
  const links = new Map<string, number>();
  for (const { linksTo } of listZones()) {
    if (linksTo !== null) links.set(linksTo, (links.get(linksTo) ?? 0) + 1);
  }
  const rank = (id: string) => (BEST_KNOWN.includes(id) ? 100 : (links.get(id) ?? 0));
  const ids = listZones()
    .flatMap(({ id, linksTo }) => (linksTo === null ? id : []))
    .sort((a, b) => rank(b) - rank(a));
  const idsOf = new Map<string, string[]>();
  for (const id of ids) {
    for (const abbreviation of database.abbreviations(id, year)) {
      const others = idsOf.get(abbreviation.toUpperCase());
      if (others === undefined) idsOf.set(abbreviation.toUpperCase(), [id]);
      else others.push(id);
    }
  }
  return { year, idsOf };
}
