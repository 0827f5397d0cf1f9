import type {
  TimeApiDstInterval,
  TimeApiDuration,
  TimeApiOffset,
  TimeApiTime,
  TimeApiZone,
} from '@dataiku-assessment/contract';
import { epochSeconds } from '../zones/instant.ts';
import type { Zone } from '../zones/tz-database.ts';
import type { Transition } from '../zones/tzdb/zone-rules.ts';
import { localNs, type ZonedTime, zonedLine } from '../zones/zone.ts';

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A zoned instant in the shape of timeapi.io. */
export function timeApiTime(zoned: ZonedTime): TimeApiTime {
  // Local time as if it were UTC.
  const local = new Date(Number(localNs(zoned) / 1_000_000n));
  const dateTime = localText(zoned);
  const [year = '', month = '', day = ''] = dateTime.slice(0, '2026-11-23'.length).split('-');
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    seconds: local.getUTCSeconds(),
    milliSeconds: local.getUTCMilliseconds(),
    dateTime,
    date: `${month}/${day}/${year}`,
    time: dateTime.slice('2026-11-23T'.length, '2026-11-23T06:07'.length),
    timeZone: zoned.zone.id,
    dayOfWeek: WEEKDAYS[local.getUTCDay()] ?? '',
    dstActive: zoned.type.saveSeconds !== 0,
  };
}

/** A zone at an instant, in the shape of timeapi.io. */
export function timeApiZone(zoned: ZonedTime): TimeApiZone {
  const { offsetSeconds, saveSeconds } = zoned.type;
  const dstInterval = intervalOf(zoned);
  return {
    timeZone: zoned.zone.id,
    currentLocalTime: localText(zoned),
    currentUtcOffset: offset(offsetSeconds),
    standardUtcOffset: offset(offsetSeconds - saveSeconds),
    hasDayLightSaving: dstInterval !== null,
    isDayLightSavingActive: saveSeconds !== 0,
    dstInterval,
  };
}

/** In units of 100 ns, without the offset. */
function localText(zoned: ZonedTime): string {
  return zonedLine(zoned).slice(0, '2026-11-23T06:07:02.8790991'.length);
}

/** DST in force, or the next one. */
function intervalOf({ zone, epochNs, type }: ZonedTime): TimeApiDstInterval | null {
  const atSeconds = epochSeconds(epochNs);
  const start =
    type.saveSeconds === 0 ? nextStart(zone, atSeconds) : zone.rules.previous(atSeconds);
  const end = start && zone.rules.next(start.atSeconds);
  if (start === null || end === null) return null;
  const { offsetSeconds, saveSeconds, abbreviation } = start.after;
  return {
    dstName: abbreviation,
    dstOffsetToUtc: offset(offsetSeconds),
    dstOffsetToStandardTime: offset(saveSeconds),
    dstStart: utcText(start),
    dstEnd: utcText(end),
    dstDuration: duration(end.atSeconds - start.atSeconds),
  };
}

function nextStart({ rules }: Zone, atSeconds: number): Transition | null {
  let transition = rules.next(atSeconds);
  while (transition !== null && transition.after.saveSeconds === 0) {
    transition = rules.next(transition.atSeconds);
  }
  return transition;
}

function utcText({ atSeconds }: Transition): string {
  return new Date(atSeconds * 1000).toISOString().replace('.000Z', 'Z');
}

function offset(seconds: number): TimeApiOffset {
  return { seconds, milliseconds: seconds * 1e3, ticks: seconds * 1e7, nanoseconds: seconds * 1e9 };
}

function duration(seconds: number): TimeApiDuration {
  const ofDay = seconds % 86_400;
  return {
    days: Math.floor(seconds / 86_400),
    nanosecondOfDay: ofDay * 1e9,
    hours: Math.floor(ofDay / 3600),
    minutes: Math.floor(ofDay / 60) % 60,
    seconds: ofDay % 60,
    milliseconds: 0,
    subsecondTicks: 0,
    subsecondNanoseconds: 0,
    bclCompatibleTicks: seconds * 1e7,
    totalDays: seconds / 86_400,
    totalHours: seconds / 3600,
    totalMinutes: seconds / 60,
    totalSeconds: seconds,
    totalMilliseconds: seconds * 1e3,
    totalTicks: seconds * 1e7,
    totalNanoseconds: seconds * 1e9,
  };
}
