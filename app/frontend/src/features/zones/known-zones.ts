import { ApiError } from '../../lib/api.ts';
import type { Memory } from '../../lib/memory.ts';
import type { Ticker } from '../../lib/ticker.ts';
import { isZoneFacts, type ZoneFacts } from './zone-facts.ts';

/** What the server told of zones. */
export interface KnownZones {
  /** Null until the server told them. */
  factsOf(id: string): ZoneFacts | null;
  /** Whether the server said that there is no such zone. */
  isRefused(id: string): boolean;
  /** Asks for what is missing of these zones, or has ended. */
  want(ids: readonly string[]): void;
}

export interface KnownZonesPorts {
  readonly memory: Memory;
  readonly ticker: Ticker;
  /** Asks the server for a zone. */
  readonly load: (id: string) => Promise<ZoneFacts>;
  /** Is told of each answer. */
  readonly onAnswer: () => void;
}

const KEY = 'zone-facts';
/** Of so many zones is remembered what was told last: a visitor's own, and a few sets that others shared. */
const REMEMBERED = 60;
/** How long until a server that didn't answer is asked again, in ms. */
const RETRY_MS = 15_000;
/** The API's answer to an id that it doesn't know. */
const BAD_REQUEST = 400;

/** Learns of zones, one after the other, and remembers what it learned. */
export function learnZones({ memory, ticker, load, onAnswer }: KnownZonesPorts): KnownZones {
  const facts = readFacts(memory.read(KEY));
  /** Those that the server told in this visit; others may be old. */
  const told = new Set<string>();
  const refused = new Set<string>();
  const askedAtMs = new Map<string, number>();
  let wanted: readonly string[] = [];
  let isAsking = false;

  const remember = (id: string, learned: ZoneFacts) => {
    // Another open page may have learned of others meanwhile.
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
      if (error instanceof ApiError && error.status === BAD_REQUEST) refused.add(id);
    }
    isAsking = false;
    onAnswer();
    look();
  };
  // One at a time: a server that doesn't answer must not take the connections of the exchanges.
  const look = () => {
    const due = isAsking ? undefined : wanted.find(isDue);
    if (due !== undefined) void ask(due);
  };

  ticker.subscribe(look);
  return {
    factsOf: (id) => facts.get(id) ?? null,
    isRefused: (id) => refused.has(id) && !facts.has(id),
    want(ids) {
      wanted = ids;
      look();
    },
  };
}

/** What another version of the page wrote, or a visitor, may be anything. */
function readFacts(text: string | null): Map<string, ZoneFacts> {
  try {
    const stored: [string, unknown][] = Object.entries(JSON.parse(text ?? '{}'));
    return new Map(stored.filter((entry): entry is [string, ZoneFacts] => isZoneFacts(entry[1])));
  } catch {
    return new Map();
  }
}
