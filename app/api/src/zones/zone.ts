import type { ZonedView } from '@dataiku-assessment/contract';
import { ProblemError, shorten } from '../http/problems.ts';
import { localTimeType } from './local-time-type.ts';
import { nearestZoneIds } from './nearest-zone-ids.ts';

/** The release of the tz database that Temporal works from. */
export const TZDB_VERSION = process.versions.tz ?? 'unknown';

/** Temporal also takes offsets and whole timestamps for a zone; only names are wanted here. */
const ZONE_NAME = /^[a-z][a-z0-9_+/-]*$/i;

/**
 * An instant in a zone, given by its id in any case; `parameter` is where the id came from.
 * @throws ProblemError `unknown-timezone`, with the nearest ids.
 */
export function inZone(
  epochNs: bigint,
  zoneId: string,
  parameter = 'timezone',
): Temporal.ZonedDateTime {
  const zoned = tryInZone(epochNs, zoneId);
  if (zoned !== null) return zoned;
  throw new ProblemError('unknown-timezone', {
    parameter,
    got: shorten(zoneId),
    allowed: 'An IANA time zone id; /api/v1/timezones lists them.',
    nearest: nearestZoneIds(zoneId),
  });
}

/** An instant in a zone; null when there is no such zone. */
export function tryInZone(epochNs: bigint, zoneId: string): Temporal.ZonedDateTime | null {
  if (!ZONE_NAME.test(zoneId)) return null;
  try {
    return new Temporal.ZonedDateTime(epochNs, zoneId);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** How an answer shows a zoned instant. */
export function zonedView(zoned: Temporal.ZonedDateTime): ZonedView {
  return {
    id: zoned.timeZoneId,
    local: zoned.toString({ fractionalSecondDigits: 9 }),
    ...localTimeType(zoned),
  };
}

/** A zoned instant as one line of RFC 3339. */
export function zonedLine(zoned: Temporal.ZonedDateTime): string {
  return zoned.toString({ fractionalSecondDigits: 9, timeZoneName: 'never' });
}
