import type { ZoneTransition } from '@dataiku-assessment/contract';
import { formatAnyInstant, NS_PER_SECOND } from './instant.ts';
import type { Zone } from './tz-database.ts';
import type { LocalType } from './tzdb/zone-history.ts';
import type { Transition } from './tzdb/zone-rules.ts';
import { localTimeType } from './zone.ts';

/** The clocks of a zone when a year begins in UTC. */
export function localTypeAtStart(year: number, { rules }: Zone): LocalType {
  return rules.typeAt(startOfYear(year));
}

/** All transitions of a year, counted in UTC. */
export function transitionsOfYear(year: number, { rules }: Zone): Transition[] {
  const transitions: Transition[] = [];
  const endSeconds = startOfYear(year + 1);
  let transition = rules.next(startOfYear(year) - 1);
  while (transition !== null && transition.atSeconds < endSeconds) {
    transitions.push(transition);
    transition = rules.next(transition.atSeconds);
  }
  return transitions;
}

/** A transition on the wire. */
export function transitionView({ atSeconds, before, after }: Transition): ZoneTransition {
  return {
    at: formatAnyInstant(BigInt(atSeconds) * NS_PER_SECOND),
    before: localTimeType(before),
    after: localTimeType(after),
  };
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999. */
function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year) / 1000;
}
