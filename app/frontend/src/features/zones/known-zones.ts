import { ApiError } from '../../lib/api.ts';
import { parseFixedZone } from '../../lib/fixed-zone.ts';
import type { Memory } from '../../lib/memory.ts';
import type { Ticker } from '../../lib/ticker.ts';
import { isZoneFacts, type ZoneFacts } from './zone-facts.ts';

/** The facts about zones that the server gave. */
export interface KnownZones {
  /** Null until the server has given them. */
  factsOf(id: string): ZoneFacts | null;
  /** Whether the server doesn't know the zone. */
  isRefused(id: string): boolean;
  /** Requests the facts about these zones that are missing or out of date. */
  want(ids: readonly string[]): void;
}

export interface KnownZonesPorts {
  readonly memory: Memory;
  readonly ticker: Ticker;
  /** Requests a zone from the server. */
  readonly load: (id: string) => Promise<ZoneFacts>;
  /** Called after each answer. */
  readonly onAnswer: () => void;
}

const KEY = 'zone-facts';
/** The number of zones whose facts are stored: a visitor's own zones and a few shared sets. */
const REMEMBERED = 60;
/** The time before a zone is requested again after a failure, in ms. */
const RETRY_MS = 15_000;
/** The API's statuses for an id that it doesn't know, and for a text that can be none. */
const REFUSALS = [404, 400];

/** Requests facts about zones one after the other, and stores them. */
export function learnZones({ memory, ticker, load, onAnswer }: KnownZonesPorts): KnownZones {
  const facts = readFacts(memory.read(KEY));
  /** The zones whose facts came in this visit. Others may be out of date. */
  const told = new Set<string>();
  const refused = new Set<string>();
  const askedAtMs = new Map<string, number>();
  let wanted: readonly string[] = [];
  let isAsking = false;

  const remember = (id: string, learned: ZoneFacts) => {
    // Another open page may have stored other zones meanwhile.
    const known = readFacts(memory.read(KEY));
    known.delete(id);
    const latest = [...known.set(id, learned)].slice(-REMEMBERED);
    memory.write(KEY, JSON.stringify(Object.fromEntries(latest)));
  };
  const isDue = (id: string) => {
    const { atMs, reading } = ticker.getFrame();
    const lastMs = askedAtMs.get(id) ?? Number.NEGATIVE_INFINITY;
    const isPast = (facts.get(id)?.next?.atMs ?? Infinity) <= (reading?.estimateMs ?? 0);
    return (isPast || !told.has(id)) && !refused.has(id) && atMs - lastMs >= RETRY_MS;
  };
  const ask = async (id: string) => {
    isAsking = true;
    askedAtMs.set(id, ticker.getFrame().atMs);
    try {
      const learned = await load(id);
      facts.set(id, learned);
      told.add(id);
      remember(id, learned);
    } catch (error) {
      if (error instanceof ApiError && REFUSALS.includes(error.status)) refused.add(id);
    }
    isAsking = false;
    onAnswer();
    look();
  };
  // One at a time: requests to a silent server must not use up the connections of the exchanges.
  const look = () => {
    const due = isAsking ? undefined : wanted.find(isDue);
    if (due !== undefined) void ask(due);
  };

  ticker.subscribe(look);
  return {
    factsOf: (id) => fixedFacts(id) ?? facts.get(id) ?? null,
    isRefused: (id) => refused.has(id) && !facts.has(id),
    want(ids) {
      wanted = ids.filter((id) => fixedFacts(id) === null);
      look();
    },
  };
}

/** The facts about a zone like `UTC+5:30`, which no server needs to tell. */
function fixedFacts(id: string): ZoneFacts | null {
  const fixed = parseFixedZone(id);
  return fixed && { ...fixed, country: null, cities: [], next: null };
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
