import type { LocalTimeType, ZonedView } from '@dataiku-assessment/contract';
import { epochSeconds, formatAnyInstant, NS_PER_SECOND } from './instant.ts';
import { nearestZoneIds } from './nearest-zone-ids.ts';
import { formatOffset } from './offset-text.ts';
import { tzDatabase, type Zone } from './tz-database.ts';
import type { LocalType } from './tzdb/zone-history.ts';

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

/** An instant in a zone. */
export interface ZonedTime {
  readonly zone: Zone;
  /** Since 1970. */
  readonly epochNs: bigint;
  readonly type: LocalType;
}

/**
 * A zone by its id, in any case. A space is a `+` that a client did not percent-encode.
 * @throws UnknownZoneError
 */
export function findZone(zoneId: string): Zone {
  const zone = tzDatabase().zone(zoneId.replaceAll(' ', '+'));
  if (zone === null) throw new UnknownZoneError(zoneId);
  return zone;
}

/** An instant in a zone. */
export function zonedTime(epochNs: bigint, zone: Zone): ZonedTime {
  return { zone, epochNs, type: zone.rules.typeAt(epochSeconds(epochNs)) };
}

/**
 * An instant in a zone, given by its id in any case.
 * @throws UnknownZoneError
 */
export function inZone(epochNs: bigint, zoneId: string): ZonedTime {
  return zonedTime(epochNs, findZone(zoneId));
}

/** An instant in a zone; null when there is no such zone. */
export function tryInZone(epochNs: bigint, zoneId: string): ZonedTime | null {
  const zone = tzDatabase().zone(zoneId);
  return zone && zonedTime(epochNs, zone);
}

const onTheWire = new WeakMap<LocalType, LocalTimeType>();

/** The local time type on the wire, written once. */
export function localTimeType(type: LocalType): LocalTimeType {
  const known = onTheWire.get(type);
  if (known !== undefined) return known;
  const { offsetSeconds, saveSeconds, abbreviation } = type;
  const written = {
    utcOffset: formatOffset(offsetSeconds),
    standardOffset: formatOffset(offsetSeconds - saveSeconds),
    isDst: saveSeconds !== 0,
    abbreviation,
  };
  onTheWire.set(type, written);
  return written;
}

/** What clocks in the zone show, as if it were UTC: ns since 1970. */
export function localNs({ epochNs, type }: ZonedTime): bigint {
  return epochNs + BigInt(type.offsetSeconds) * NS_PER_SECOND;
}

/** A zoned instant on the wire. */
export function zonedView(zoned: ZonedTime): ZonedView {
  const { id } = zoned.zone;
  return { id, local: `${zonedLine(zoned)}[${id}]`, ...localTimeType(zoned.type) };
}

/** A zoned instant as one line of RFC 3339, with so many decimals. */
export function zonedLine(zoned: ZonedTime, decimals: 6 | 9 = 9): string {
  const text = formatAnyInstant(localNs(zoned));
  const cut = text.length - 'Z'.length - (9 - decimals);
  return `${text.slice(0, cut)}${localTimeType(zoned.type).utcOffset}`;
}
