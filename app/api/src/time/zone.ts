import type { ZonedView } from '@dataiku-assessment/contract';
import { ProblemError } from '../http/problems.ts';
import { nearestZoneIds } from './nearest-zone-ids.ts';

/** The release of the tz database that Temporal works from. */
export const TZDB_VERSION = process.versions.tz ?? 'unknown';

/** Temporal also takes offsets and whole timestamps for a zone; only names are wanted here. */
const ZONE_NAME = /^[a-z][a-z0-9_+/-]*$/i;

/**
 * An instant in a zone, given by its id in any case.
 * @throws ProblemError `unknown-timezone`, with the nearest ids.
 */
export function inZone(epochNs: bigint, zoneId: string): Temporal.ZonedDateTime {
  if (ZONE_NAME.test(zoneId)) {
    try {
      return new Temporal.ZonedDateTime(epochNs, zoneId);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new ProblemError('unknown-timezone', {
    parameter: 'timezone',
    nearest: nearestZoneIds(zoneId),
  });
}

/** How an answer shows a zoned instant. */
export function zonedView(zoned: Temporal.ZonedDateTime): ZonedView {
  return {
    id: zoned.timeZoneId,
    local: zoned.toString({ fractionalSecondDigits: 9 }),
    utcOffset: zoned.offset,
  };
}

/** A zoned instant as one line of RFC 3339. */
export function zonedLine(zoned: Temporal.ZonedDateTime): string {
  return zoned.toString({ fractionalSecondDigits: 9, timeZoneName: 'never' });
}
