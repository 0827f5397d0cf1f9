import { parsePin } from './features/zones/pin.ts';
import { loadZoneFacts, toZoneMs, type ZoneFacts } from './features/zones/zone-facts.ts';
import { ApiError } from './lib/api.ts';
import { parseFixedZone } from './lib/fixed-zone.ts';
import { visitorZone } from './lib/local-time.ts';
import { zoneName } from './lib/zone-name.ts';

/** The zone of a clock alone. */
export interface ShownZone {
  /** As the address has it, or the visitor's own. */
  readonly id: string;
  readonly name: string;
  /** `unknown`: the server doesn't know it. `missing`: it has not told the rules yet, or no longer. */
  readonly state: 'known' | 'unknown' | 'missing';
  /** A moment shifted into the zone, so that its UTC fields show local time, in ms; null while that is missing. */
  readonly toLocalMs: (epochMs: number) => number | null;
}

const BAD_REQUEST = 400;
/** How soon the rules are asked for again, in ms: they may change, and facts end a day after a change. */
const RENEWED_AFTER_MS = 3_600_000;
const RETRIED_AFTER_MS = 5_000;

/**
 * Follows the zone that `pin` names, by the server's rules; null for the visitor's own. `onChange` gets the zone
 * at once, and again when more is known of it.
 */
export function followZone(pin: string | null, onChange: (zone: ShownZone) => void): void {
  const { id, city } = parsePin(pin ?? visitorZone());
  const fixed = parseFixedZone(id);
  if (fixed !== null) {
    const toLocalMs = (epochMs: number) => epochMs + fixed.offsetMs;
    onChange({ id, name: zoneName(id), state: 'known', toLocalMs });
    return;
  }
  let facts: ZoneFacts | null = null;
  const tell = (state: ShownZone['state']) => {
    const known = facts;
    // An address can't put words on the page: a city counts if the server knows it in the zone.
    const isCity = city !== null && known?.cities.includes(city);
    const name = isCity ? city : zoneName(id);
    onChange({ id, name, state, toLocalMs: (ms) => known && toZoneMs(known, ms) });
  };
  const load = async () => {
    try {
      facts = await loadZoneFacts(id);
      tell('known');
      setTimeout(load, RENEWED_AFTER_MS);
    } catch (error) {
      if (error instanceof ApiError && error.status === BAD_REQUEST) return tell('unknown');
      tell(facts === null ? 'missing' : 'known');
      setTimeout(load, RETRIED_AFTER_MS);
    }
  };
  void load();
}
