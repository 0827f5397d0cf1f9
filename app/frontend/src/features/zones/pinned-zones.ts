import type { Memory } from '../../lib/memory.ts';
import type { PageAddress } from '../../lib/page-address.ts';
import { type KnownZonesPorts, learnZones } from './known-zones.ts';
import type { ZoneFacts } from './zone-facts.ts';

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

export interface PinnedZonesPorts extends Omit<KnownZonesPorts, 'onAnswer'> {
  readonly address: PageAddress;
  readonly memory: Memory;
}

const PARAMETER = 'zones';
/** A page with more zones than this is no page to read. */
export const MOST_ZONES = 20;

/**
 * Keeps zones in the page's address, so that a set can be shared, and in memory. An address that
 * names zones goes before the memory, which changes only when the visitor changes something.
 */
export function keepPinnedZones({ address, memory, ticker, load }: PinnedZonesPorts): PinnedZones {
  const listeners = new Set<() => void>();
  const stated = address.get(PARAMETER) ?? memory.read(PARAMETER) ?? '';
  let ids = uniqueZones(stated.split(','));
  let zones: readonly PinnedZone[] = [];

  const publish = () => {
    zones = ids.map((id) => ({ id, facts: known.factsOf(id), isUnknown: known.isRefused(id) }));
    for (const listener of listeners) listener();
  };
  const known = learnZones({ memory, ticker, load, onAnswer: publish });
  const show = (shown: readonly string[]) => {
    ids = shown;
    publish();
    known.want(ids);
  };
  const change = (changed: readonly string[]) => {
    const text = changed.length === 0 ? null : changed.join(',');
    address.set(PARAMETER, text);
    memory.write(PARAMETER, text);
    show(changed);
  };

  if (ids.length > 0) address.set(PARAMETER, ids.join(','));
  show(ids);
  return {
    getZones: () => zones,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pin: (id) => change(uniqueZones([...ids, id])),
    remove: (id) => change(ids.filter((other) => other !== id)),
    move(id, by) {
      const from = ids.indexOf(id);
      const to = from + by;
      if (from === -1 || to < 0 || to >= ids.length) return;
      change(ids.toSpliced(from, 1).toSpliced(to, 0, id));
    },
  };
}

function uniqueZones(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].filter((id) => id !== '').slice(0, MOST_ZONES);
}
