import type { TimezoneAnswer } from '@dataiku-assessment/contract';
import { ApiError, askApi } from '../../lib/api.ts';
import type { Memory } from '../../lib/memory.ts';
import type { PageAddress } from '../../lib/page-address.ts';
import type { Ticker } from '../../lib/ticker.ts';
import { toZoneFacts, type ZoneFacts } from './zone-facts.ts';

/** A zone that the visitor keeps in view. */
export interface PinnedZone {
  /** As it was pinned, or as it stood in the address. */
  readonly id: string;
  /** Null until the server told them. */
  readonly facts: ZoneFacts | null;
  /** Whether the server said that there is no such zone. */
  readonly isUnknown: boolean;
}

/** The pinned zones, as an outside store. */
export interface PinnedZones {
  readonly getZones: () => readonly PinnedZone[];
  readonly subscribe: (listener: () => void) => () => void;
  pin(id: string): void;
  remove(id: string): void;
  /** Moves a zone by that many places down the list; up when negative. */
  move(id: string, by: number): void;
}

export interface PinnedZonesPorts {
  readonly address: PageAddress;
  readonly memory: Memory;
  readonly ticker: Ticker;
  /** Asks the server for a zone. */
  readonly load: (id: string) => Promise<ZoneFacts>;
}

const PARAMETER = 'zones';
const FACTS = 'zone-facts';
/** A page with more zones than this is no page to read. */
const MOST = 20;
/** How long until a server that didn't answer is asked again, in ms. */
const RETRY_MS = 15_000;

/** Asks the API for a zone. */
export async function loadZoneFacts(id: string): Promise<ZoneFacts> {
  return toZoneFacts(await askApi<TimezoneAnswer>('/api/v1/timezone', { id }));
}

/**
 * Keeps zones in the page's address, so that a set can be shared, and in memory. An address that
 * names zones goes before the memory, which changes only when the visitor changes something.
 */
export function keepPinnedZones({ address, memory, ticker, load }: PinnedZonesPorts): PinnedZones {
  const listeners = new Set<() => void>();
  const known = new Map<string, ZoneFacts>(Object.entries(readJson(memory.read(FACTS))));
  const unknown = new Set<string>();
  const askedAtMs = new Map<string, number>();
  let ids = split(address.get(PARAMETER) ?? memory.read(PARAMETER) ?? '');
  let zones: readonly PinnedZone[] = [];

  const publish = () => {
    zones = ids.map((id) => ({ id, facts: known.get(id) ?? null, isUnknown: unknown.has(id) }));
    for (const listener of listeners) listener();
  };
  const ask = async (id: string) => {
    askedAtMs.set(id, ticker.getFrame().atMs);
    try {
      known.set(id, await load(id));
      memory.write(FACTS, JSON.stringify(Object.fromEntries(known)));
    } catch (error) {
      if (!(error instanceof ApiError && error.status < 500)) return;
      unknown.add(id);
    }
    publish();
  };
  const look = () => {
    const { atMs, reading } = ticker.getFrame();
    for (const id of ids) {
      const lastMs = askedAtMs.get(id);
      const isPast = (known.get(id)?.next?.atMs ?? Infinity) <= (reading?.estimateMs ?? 0);
      const isWanted = lastMs === undefined || isPast || !known.has(id);
      const isDue = lastMs === undefined || atMs - lastMs >= RETRY_MS;
      if (isWanted && isDue && !unknown.has(id)) void ask(id);
    }
  };
  const change = (changed: readonly string[]) => {
    ids = changed.slice(0, MOST);
    const text = ids.length === 0 ? null : ids.join(',');
    address.set(PARAMETER, text);
    memory.write(PARAMETER, text);
    publish();
    look();
  };

  if (ids.length > 0) address.set(PARAMETER, ids.join(','));
  publish();
  look();
  ticker.subscribe(look);
  return {
    getZones: () => zones,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pin: (id) => change(ids.includes(id) ? ids : [...ids, id]),
    remove: (id) => change(ids.filter((other) => other !== id)),
    move(id, by) {
      const from = ids.indexOf(id);
      const to = from + by;
      if (from === -1 || to < 0 || to >= ids.length) return;
      change(ids.toSpliced(from, 1).toSpliced(to, 0, id));
    },
  };
}

function split(list: string): string[] {
  const ids = list.split(',').filter((id) => id !== '');
  return [...new Set(ids)].slice(0, MOST);
}

/** What another version of the page wrote, or a visitor, may be anything. */
function readJson(text: string | null): Record<string, ZoneFacts> {
  try {
    const value = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
