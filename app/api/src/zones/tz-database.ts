import { readFileSync } from 'node:fs';
import { currentAbbreviations } from './tzdb/current-abbreviations.ts';
import { parseTzdata, type Tzdata, tzdataVersion } from './tzdb/parse-tzdata.ts';
import { type HistoryEntry, zoneHistory } from './tzdb/zone-history.ts';
import { ZoneRules } from './tzdb/zone-rules.ts';

/** One zone of the tz database. */
export interface Zone {
  /** In the spelling of the tz database. */
  readonly id: string;
  readonly rules: ZoneRules;
}

/** A release of the tz database. Each zone is made when it is first asked for. */
export class TzDatabase {
  readonly version: string;
  readonly #text: string;
  readonly #older: TzDatabase | null;
  readonly #zones = new Map<string, Zone | null>();
  #tzdata: Tzdata | undefined;
  #ids: readonly string[] | undefined;
  #spellings: ReadonlyMap<string, string> | undefined;

  /**
   * Reads the text of a `tzdata.zi`. A build without the file `backzone` makes zones that have agreed
   * since 1970 links to a neighbour: what `older` knows of them until then is kept.
   */
  constructor(text: string, older: TzDatabase | null = null) {
    this.version = tzdataVersion(text);
    this.#text = text;
    this.#older = older;
  }

  /** All ids, sorted. */
  get ids(): readonly string[] {
    const { zones, links } = this.#data;
    // Factory stands for a machine on which no zone was set.
    this.#ids ??= [...zones.keys(), ...links.keys()].filter((id) => id !== 'Factory').sort();
    return this.#ids;
  }

  /** The zone with an id in any case; null when there is none. */
  zone(wanted: string): Zone | null {
    const known = this.#zones.get(wanted);
    if (known !== undefined) return known;
    this.#spellings ??= new Map(this.ids.map((id) => [id.toLowerCase(), id]));
    const id = this.#spellings.get(wanted.toLowerCase());
    if (id === undefined) return null;
    const zone = (id === wanted ? null : this.zone(id)) ?? { id, rules: this.#rulesOf(id) };
    this.#zones.set(id, zone);
    return zone;
  }

  /** What an id links to in the source; null for a zone of its own. */
  linkTarget(id: string): string | null {
    return this.#data.links.get(id) ?? null;
  }

  /** The abbreviations that a zone, by its id, uses in a year. */
  abbreviations(id: string, year: number): readonly string[] {
    const { zones, rules } = this.#data;
    return currentAbbreviations(zones.get(this.#owner(id)) ?? [], rules, year);
  }

  get #data(): Tzdata {
    this.#tzdata ??= parseTzdata(this.#text);
    return this.#tzdata;
  }

  #rulesOf(id: string): ZoneRules {
    const { zones, rules } = this.#data;
    const eras = zones.get(this.#owner(id)) ?? [];
    const history = zoneHistory(eras, rules);
    const older = this.#older;
    // Data of its own in the older release, and a neighbour's in this one.
    const isMerged =
      older !== null && older.linkTarget(id) === null && this.linkTarget(id) !== null;
    if (!isMerged || !older.ids.includes(id)) return new ZoneRules(eras, rules, history);
    return new ZoneRules(eras, rules, joined(older.#historyOf(id), history));
  }

  #historyOf(id: string): readonly HistoryEntry[] {
    const { zones, rules } = this.#data;
    return zoneHistory(zones.get(this.#owner(id)) ?? [], rules);
  }

  #owner(id: string): string {
    let owner = id;
    for (let target = this.linkTarget(owner); target !== null; target = this.linkTarget(owner)) {
      owner = target;
    }
    return owner;
  }
}

/** The one history until 1970, the other from then on. */
function joined(
  until1970: readonly HistoryEntry[],
  since1970: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const isLater = ({ fromSeconds }: HistoryEntry) => fromSeconds !== null && fromSeconds > 0;
  const at1970 = since1970.findLast((entry) => !isLater(entry));
  const earlier = until1970.filter((entry) => !isLater(entry));
  const last = earlier.at(-1);
  const isSame =
    last?.offsetSeconds === at1970?.offsetSeconds && last?.abbreviation === at1970?.abbreviation;
  const start = at1970 === undefined || isSame ? [] : [{ ...at1970, fromSeconds: 0 }];
  return [...earlier, ...start, ...since1970.filter(isLater)];
}

/** The release that comes with this server. */
export const BUNDLED_TZ_DATABASE = new TzDatabase(
  readFileSync(new URL('./tzdb/tzdata.zi', import.meta.url), 'utf8'),
);

let current = BUNDLED_TZ_DATABASE;

/** The release in use. */
export function tzDatabase(): TzDatabase {
  return current;
}

const listeners = new Set<(database: TzDatabase) => void>();

/** Calls back when another release is taken into use; returns the end of that. */
export function onTzDatabase(listener: (database: TzDatabase) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes another release into use, for all that is asked from now on. */
export function useTzDatabase(database: TzDatabase): void {
  current = database;
  for (const listener of listeners) listener(database);
}
