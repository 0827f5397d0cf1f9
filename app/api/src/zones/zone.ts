import type { ZonedView } from '@dataiku-assessment/contract';
import { localTimeType } from './local-time-type.ts';
import { nearestZoneIds } from './nearest-zone-ids.ts';

/** The release of the tz database that Temporal works from. */
export const TZDB_VERSION = process.versions.tz ?? 'unknown';

/** Temporal also takes offsets and whole timestamps for a zone; here a zone is a name. */
const ZONE_NAME = /^[a-z][a-z0-9_+/-]*$/i;

/** A text that is not the id of a zone. */
export class UnknownZoneError extends Error {
  readonly code = 'unknown-zone';
  readonly zoneId: string;
  /** Ids that look like it, nearest first. */
  readonly nearest: string[];

  constructor(zoneId: string) {
    super(`${JSON.stringify(zoneId)} is not a zone of the tz database`);
    this.zoneId = zoneId;
    this.nearest = nearestZoneIds(zoneId);
  }
}

/**
 * An instant in a zone, given by its id in any case.
 * @throws UnknownZoneError
 */
export function inZone(epochNs: bigint, zoneId: string): Temporal.ZonedDateTime {
  const zoned = tryInZone(epochNs, zoneId);
  if (zoned === null) throw new UnknownZoneError(zoneId);
  return zoned;
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

/** A zoned instant on the wire. */
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
