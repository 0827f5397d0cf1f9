import { useSyncExternalStore } from 'react';
import type { KnownZones } from './known-zones.ts';
import { browserOffsetMs, takeServerOffsets, visitorZone } from './local-time.ts';
import { offsetMsAt, type ZoneFacts } from './zone-facts.ts';

/** What the server says of the visitor's zone. */
export interface HomeZone {
  readonly id: string;
  /** The server's release of the tz database. */
  readonly tzdb: string;
  /** Whether the browser has another offset for it now: its zone data is older, or newer. */
  readonly differs: boolean;
}

/** Takes the server's rules of the visitor's zone for the page's local time, where the browser has others. */
export function followHomeZone(known: KnownZones): void {
  const id = visitorZone();
  known.subscribe(() => {
    const facts = known.factsOf(id);
    if (facts !== null && differs(facts)) takeServerOffsets((ms) => offsetMsAt(facts, ms));
  });
}

/** What the server says of the visitor's zone; null until it has told anything about zones. */
export function useHomeZone(known: KnownZones): HomeZone | null {
  const tzdb = useSyncExternalStore(known.subscribe, known.getTzdb);
  const facts = known.factsOf(visitorZone());
  return tzdb === null || facts === null ? null : { id: facts.id, tzdb, differs: differs(facts) };
}

function differs({ id, toldMs, offsetMs }: ZoneFacts): boolean {
  return Number.isFinite(toldMs) && browserOffsetMs(id, toldMs) !== offsetMs;
}
