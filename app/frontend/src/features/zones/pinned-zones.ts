import type { KnownZones } from '../../lib/known-zones.ts';
import type { Memory } from '../../lib/memory.ts';
import type { PageAddress } from '../../lib/page-address.ts';
import type { Place } from '../../lib/places.ts';
import type { ZoneFacts } from '../../lib/zone-facts.ts';
import { zoneName } from '../../lib/zone-name.ts';
import { parsePin, writePin } from './pin.ts';

/** A place that the visitor pinned. */
export interface PinnedZone {
  /** The pin as the address has it. It is unique. */
  readonly pin: string;
  /** The picked city, if it is known in this zone; else the city that the zone is named after. */
  readonly name: string;
  /** Null until the server has given them. */
  readonly facts: ZoneFacts | null;
  /** Whether the server doesn't know the zone. */
  readonly isUnknown: boolean;
}

/** What became of a zone that the visitor picked. */
type Added = 'pinned' | 'present' | 'full';

/** The pinned zones, as an external store. */
export interface PinnedZones {
  readonly getZones: () => readonly PinnedZone[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Pins a zone under the name of a city in it, unless it is pinned already or the list is full. */
  add(id: string, name: string): Added;
  /** The pins as the address has them. */
  readonly getPins: () => string;
  remove(pin: string): void;
  /** Moves a pin by that many places down the list; up when negative. */
  move(pin: string, by: number): void;
}

export interface PinnedZonesPorts {
  readonly address: PageAddress;
  readonly memory: Memory;
  readonly known: KnownZones;
  /** The visitor's zone. */
  readonly ownZone: string;
  /** Loads the cities that a pin may name. */
  readonly loadPlaces: () => Promise<readonly Place[]>;
}

const PARAMETER = 'zones';
/** A page with more zones would not be readable. */
const MOST_ZONES = 20;

/**
 * Keeps zones in the page's address, so that a set can be shared, and in memory. The address takes
 * precedence. The visitor's changes apply to both, one at a time: a shared set doesn't overwrite the
 * visitor's own set, and two open pages don't undo each other's changes. A newcomer starts with examples,
 * which are neither stored nor in the address until they are changed.
 */
export function keepPinnedZones({
  address,
  memory,
  known,
  ownZone,
  loadPlaces,
}: PinnedZonesPorts): PinnedZones {
  const listeners = new Set<() => void>();
  const pinsOfVisit = () => {
    const chosen = address.get(PARAMETER) ?? memory.read(PARAMETER);
    return chosen === null ? examplesFor(ownZone) : readPins(chosen);
  };
  let pins: readonly string[] = [];
  let zones: readonly PinnedZone[] = [];
  let places: readonly Place[] | null = null;
  let arePlacesWanted = false;

  const wantPlaces = async () => {
    if (arePlacesWanted) return;
    arePlacesWanted = true;
    // Without them, a row has the name of its zone.
    places = await loadPlaces().catch(() => null);
    if (places !== null) publish();
  };
  const publish = () => {
    zones = pins.map((pin) => {
      const { id, city } = parsePin(pin);
      const facts = known.factsOf(id);
      const isUnknown = known.isRefused(id);
      const ownName = isUnknown ? id : zoneName(facts?.id ?? id);
      // A link may contain any text as the city. It is shown only if it is known in this zone.
      const isCity = (its: string) =>
        facts?.cities.includes(its) ||
        places?.some(({ zone, name }) => zone === (facts?.id ?? id) && name === its);
      if (city !== null && facts !== null && !isCity(city)) void wantPlaces();
      const name = city !== null && isCity(city) ? city : ownName;
      return { pin, name, facts, isUnknown };
    });
    for (const listener of listeners) listener();
  };
  const show = (shown: readonly string[]) => {
    pins = shown;
    const isChosen = address.get(PARAMETER) !== null || memory.read(PARAMETER) !== null;
    const written = isChosen ? writePins(pins) : null;
    if (address.get(PARAMETER) !== written) address.set(PARAMETER, written);
    publish();
  };
  const change = (edit: (pins: readonly string[]) => readonly string[]) => {
    const own = memory.read(PARAMETER);
    // An empty text, unlike none, is the list of a visitor who wants no place.
    memory.write(PARAMETER, edit(own === null ? pins : readPins(own)).join(','));
    show(edit(pins));
  };

  known.subscribe(publish);
  show(pinsOfVisit());
  // The back button leads to an earlier set.
  address.subscribe(() => {
    if (address.get(PARAMETER) !== writePins(pins)) show(pinsOfVisit());
  });
  return {
    getZones: () => zones,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getPins: () => pins.join(','),
    add(id, name) {
      const pin = writePin(id, name);
      if (pins.includes(pin)) return 'present';
      if (pins.length >= MOST_ZONES) return 'full';
      change((before) => uniquePins([...before, pin]));
      return 'pinned';
    },
    remove: (pin) => change((before) => before.filter((other) => other !== pin)),
    move: (pin, by) =>
      change((before) => {
        const from = before.indexOf(pin);
        const to = from + by;
        if (from === -1 || to < 0 || to >= before.length) return before;
        return before.toSpliced(from, 1).toSpliced(to, 0, pin);
      }),
  };
}

/** The own place, UTC, and two places that most people know. */
function examplesFor(ownZone: string): readonly string[] {
  const examples = ['America/New_York', 'Asia/Tokyo', 'Europe/London'];
  return uniquePins([ownZone, 'UTC', ...examples.filter((id) => id !== ownZone).slice(0, 2)]);
}

function readPins(text: string | null): readonly string[] {
  return uniquePins((text ?? '').split(',').map((pin) => pin.trim()));
}

function writePins(pins: readonly string[]): string | null {
  return pins.length === 0 ? null : pins.join(',');
}

function uniquePins(pins: readonly string[]): readonly string[] {
  return [...new Set(pins)].filter((pin) => parsePin(pin).id !== '').slice(0, MOST_ZONES);
}
