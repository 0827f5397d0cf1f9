import type { LocalTimeType } from '@dataiku-assessment/contract';
import { formatOffset, offsetInFigures } from './offset-text.ts';
import { ZONE_TABLE, type ZonePeriod, type ZoneType } from './zone-table.ts';

const MS_PER_SECOND = 1000;
const NS_PER_SECOND = 1e9;

/**
 * The local time type of a zone: the offset is Temporal's, the rest the table's. An offset that the
 * table lacks, because the two releases of the tz database differ, is named in digits, and its DST is
 * null.
 */
export function localTimeType(zoned: Temporal.ZonedDateTime): LocalTimeType {
  const offsetSeconds = zoned.offsetNanoseconds / NS_PER_SECOND;
  const type = findType(periodsOf(zoned.timeZoneId), zoned.epochMilliseconds, offsetSeconds);
  if (type === undefined) {
    const abbreviation = offsetInFigures(offsetSeconds);
    return { utcOffset: zoned.offset, standardOffset: null, isDst: null, abbreviation };
  }
  const [, saveSeconds, abbreviation] = type;
  return {
    utcOffset: zoned.offset,
    standardOffset: formatOffset(offsetSeconds - saveSeconds),
    isDst: saveSeconds !== 0,
    abbreviation,
  };
}

/** The amount of DST in force, in seconds; 0 where the table lacks the offset. */
export function saveSeconds(zoned: Temporal.ZonedDateTime): number {
  const offsetSeconds = zoned.offsetNanoseconds / NS_PER_SECOND;
  const type = findType(periodsOf(zoned.timeZoneId), zoned.epochMilliseconds, offsetSeconds);
  return type?.[1] ?? 0;
}

/** The meanings of a zone's offsets by period; empty for a zone that the table lacks. */
export function periodsOf(zoneId: string): readonly ZonePeriod[] {
  const entry = ZONE_TABLE.zones[ZONE_TABLE.links[zoneId] ?? zoneId];
  return (entry && ZONE_TABLE.clocks[entry.clock]) ?? [];
}

function findType(
  periods: readonly ZonePeriod[],
  epochMs: number,
  offsetSeconds: number,
): ZoneType | undefined {
  const period = periods.findLast(({ from }) => from === null || from * MS_PER_SECOND <= epochMs);
  return period?.types.find(([offset]) => offset === offsetSeconds);
}
