import { parseFixedZone } from './fixed-zone.ts';
import { madeOnce } from './made-once.ts';
import type { Memory } from './memory.ts';
import type { Ticker } from './ticker.ts';
import {
  FIRST_YEAR,
  isUnknownZone,
  isZoneFacts,
  LAST_YEAR,
  yearOf,
  type ZoneFacts,
} from './zone-facts.ts';

/** The facts about zones that the server gave, as an external store. */
export interface KnownZones {
  /** Null until the server has given them. */
  factsOf(id: string): ZoneFacts | null;
  /** Whether the server doesn't know the zone. */
  isRefused(id: string): boolean;
  /**
   * Requests what is missing or out of date about these zones now, and about their offsets from one moment
   * to another (ms since 1970), as long as the page is open.
   */
  want(ids: readonly string[], fromMs: number, toMs: number): void;
  /**
   * The facts about a zone with its offsets around a moment. Null when the server doesn't know the zone, or
   * doesn't answer.
   */
  learn(id: string, atMs: number): Promise<ZoneFacts | null>;
  /** The server's release of the tz database; null until it has told one. */
  readonly getTzdb: () => string | null;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface KnownZonesPorts {
  readonly memory: Memory;
  readonly ticker: Ticker;
  /** Requests a zone from the server. */
  readonly load: (id: string, year: number) => Promise<ZoneFacts>;
  /** The device's clock, for the time before the server's is known. */
  readonly now: () => number;
}

const KEY = 'zone-facts';
/** The number of zones whose facts are stored: a visitor's own zones and a few shared sets. */
const REMEMBERED = 60;
/** The time before a zone is requested again after a failure, in ms. */
const RETRY_MS = 15_000;
/** No wall time is further from UTC. */
const DAY_MS = 86_400_000;

/** Requests facts about zones one after the other, and stores them. */
export function learnZones({ memory, ticker, load, now }: KnownZonesPorts): KnownZones {
  const facts = readFacts(memory.read(KEY));
  const listeners = new Set<() => void>();
  /** The zones and years whose facts came in this visit. Others may be out of date. */
  const told = new Set<string>();
  const refused = new Set<string>();
  const askedAtMs = new Map<string, number>();
  let wanted: readonly string[] = [];
  let period: readonly [fromMs: number, toMs: number] | null = null;
  let tzdb: string | null = null;
  let isAsking = false;

  const remember = (id: string, learned: ZoneFacts) => {
    // Another open page may have stored other zones meanwhile.
    const known = readFacts(memory.read(KEY));
    known.delete(id);
    const latest = [...known.set(id, learned)].slice(-REMEMBERED);
    memory.write(KEY, JSON.stringify(Object.fromEntries(latest)));
  };
  const nowMs = () => ticker.getFrame().reading?.estimateMs ?? now();
  const ask = async (id: string, year: number) => {
    const key = `${id} ${year}`;
    askedAtMs.set(key, ticker.getFrame().atMs);
    try {
      const learned = withYears(await load(id, year), facts.get(id));
      facts.set(id, learned);
      tzdb = learned.tzdb;
      told.add(key);
      remember(id, learned);
    } catch (error) {
      if (isUnknownZone(error)) refused.add(id);
    }
  };
  const isDue = (id: string, year: number) => {
    const key = `${id} ${year}`;
    const lastMs = askedAtMs.get(key) ?? Number.NEGATIVE_INFINITY;
    const isPast = (facts.get(id)?.next?.fromMs ?? Infinity) <= nowMs();
    const isMissing = !told.has(key) || (isPast && year === yearOf(nowMs()));
    return isMissing && !refused.has(id) && ticker.getFrame().atMs - lastMs >= RETRY_MS;
  };
  // One at a time: requests to a silent server must not use up the connections of the exchanges.
  const look = async () => {
    if (isAsking) return;
    const years = yearsIn(...(period ?? [nowMs(), nowMs()]));
    const due = wanted.flatMap((id) => years.map((year) => [id, year] as const));
    const next = due.find(([id, year]) => isDue(id, year));
    if (next === undefined) return;
    isAsking = true;
    await ask(...next);
    isAsking = false;
    for (const listener of listeners) listener();
    void look();
  };

  ticker.subscribe(look);
  const factsOf = (id: string) => fixedFacts(id) ?? facts.get(id) ?? null;
  return {
    factsOf,
    isRefused: (id) => refused.has(id) && !facts.has(id),
    want(ids, fromMs, toMs) {
      wanted = ids.filter((id) => fixedFacts(id) === null);
      period = [fromMs, toMs];
      void look();
    },
    async learn(id, atMs) {
      const untold = () =>
        yearsIn(atMs - DAY_MS, atMs + DAY_MS).filter((year) => !told.has(`${id} ${year}`));
      if (fixedFacts(id) === null && untold().length > 0) {
        await Promise.all(untold().map((year) => ask(id, year)));
        for (const listener of listeners) listener();
        if (untold().length > 0) return null;
      }
      return factsOf(id);
    },
    getTzdb: () => tzdb,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The years between two moments that the server tells about. */
function yearsIn(fromMs: number, toMs: number): readonly number[] {
  const first = Math.max(yearOf(fromMs), FIRST_YEAR);
  const last = Math.min(yearOf(toMs), LAST_YEAR);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** What was learned, with the years known before, unless another release of the tz database told them. */
function withYears(learned: ZoneFacts, before: ZoneFacts | undefined): ZoneFacts {
  if (before?.tzdb !== learned.tzdb) return learned;
  return { ...learned, years: { ...before.years, ...learned.years } };
}

const fixedZones = new Map<string, ZoneFacts | null>();

/** The facts about a zone like `UTC+5:30`, which no server needs to tell. */
function fixedFacts(id: string): ZoneFacts | null {
  return madeOnce(fixedZones, id, () => {
    const fixed = parseFixedZone(id);
    if (fixed === null) return null;
    const always = { toldMs: Number.NEGATIVE_INFINITY, next: null, years: {}, tzdb: '' };
    return { ...fixed, ...always, country: null, cities: [] };
  });
}

/** Validates stored facts: another version of the page, or the visitor, may have written them. */
function readFacts(text: string | null): Map<string, ZoneFacts> {
  try {
    const stored: [string, unknown][] = Object.entries(JSON.parse(text ?? '{}'));
    return new Map(stored.filter((entry): entry is [string, ZoneFacts] => isZoneFacts(entry[1])));
  } catch {
    return new Map();
  }
}
