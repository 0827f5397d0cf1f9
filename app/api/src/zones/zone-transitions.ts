import type { ZoneTransition } from '@dataiku-assessment/contract';
import { formatAnyInstant } from './instant.ts';
import { localTimeType, periodsOf } from './local-time-type.ts';

const NS_PER_SECOND = 1_000_000_000n;

/**
 * The first transition after an instant, as its zoned time; null when none is known. Temporal has the
 * changes of the offset; a change of name or DST alone starts a period of the table.
 */
export function nextTransition(zoned: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const renamed = periodStarts(zoned).find((startNs) => startNs > zoned.epochNanoseconds);
  const moved = zoned.getTimeZoneTransition('next');
  if (renamed === undefined || (moved !== null && moved.epochNanoseconds <= renamed)) return moved;
  return new Temporal.ZonedDateTime(renamed, zoned.timeZoneId);
}

/** The last transition up to and including an instant: the start of the local time type then in force. */
export function previousTransition(zoned: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const renamed = periodStarts(zoned).findLast((startNs) => startNs <= zoned.epochNanoseconds);
  const moved = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  if (renamed === undefined || (moved !== null && moved.epochNanoseconds >= renamed)) return moved;
  return new Temporal.ZonedDateTime(renamed, zoned.timeZoneId);
}

/** All transitions of a year, counted in UTC. */
export function transitionsOfYear(year: number, zoneId: string): Temporal.ZonedDateTime[] {
  const transitions: Temporal.ZonedDateTime[] = [];
  const endNs = startOfYear(year + 1);
  let zoned = nextTransition(new Temporal.ZonedDateTime(startOfYear(year) - 1n, zoneId));
  while (zoned !== null && zoned.epochNanoseconds < endNs) {
    transitions.push(zoned);
    zoned = nextTransition(zoned);
  }
  return transitions;
}

/** The transition at `zoned` on the wire. */
export function transitionView(zoned: Temporal.ZonedDateTime): ZoneTransition {
  return {
    at: formatAnyInstant(zoned.epochNanoseconds),
    before: localTimeType(zoned.subtract({ nanoseconds: 1 })),
    after: localTimeType(zoned),
  };
}

function periodStarts({ timeZoneId }: Temporal.ZonedDateTime): bigint[] {
  return periodsOf(timeZoneId).flatMap(({ from }) =>
    from === null ? [] : BigInt(from) * NS_PER_SECOND,
  );
}

function startOfYear(year: number): bigint {
  return BigInt(Date.UTC(year, 0)) * 1_000_000n;
}
