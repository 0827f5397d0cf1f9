import type { WorldTime } from '@dataiku-assessment/contract';
import { localTimeType, saveSeconds } from '../zones/local-time-type.ts';
import { nextTransition, previousTransition } from '../zones/zone-transitions.ts';

const NS_PER_SECOND = 1e9;

/** A zoned instant in the shape of worldtimeapi.org. */
export function worldTimeView(zoned: Temporal.ZonedDateTime, clientIp: string): WorldTime {
  const dstSeconds = saveSeconds(zoned);
  const isDst = dstSeconds !== 0;
  return {
    utc_offset: zoned.offset,
    timezone: zoned.timeZoneId,
    day_of_week: zoned.dayOfWeek % 7,
    day_of_year: zoned.dayOfYear,
    datetime: zoned.toString({ fractionalSecondDigits: 6, timeZoneName: 'never' }),
    utc_datetime: utcText(zoned, 6),
    unixtime: Math.floor(zoned.epochMilliseconds / 1000),
    raw_offset: zoned.offsetNanoseconds / NS_PER_SECOND - dstSeconds,
    week_number: zoned.weekOfYear ?? 1,
    dst: isDst,
    abbreviation: localTimeType(zoned).abbreviation,
    dst_offset: dstSeconds,
    dst_from: isDst ? edgeText(zoned, beginOfDst) : null,
    dst_until: isDst ? edgeText(zoned, endOfDst) : null,
    client_ip: clientIp,
  };
}

/** The fields as text in the format of worldtimeapi.org: one a line, null as nothing. */
export function worldTimeText(view: WorldTime): string {
  return Object.entries(view)
    .map(([name, value]) => `${name}: ${value ?? ''}`)
    .join('\n');
}

type Edge = (zoned: Temporal.ZonedDateTime) => Temporal.ZonedDateTime | null;

function edgeText(zoned: Temporal.ZonedDateTime, find: Edge): string | null {
  const edge = find(zoned);
  return edge && utcText(edge, 0);
}

/** Changes within DST, such as another offset, are not edges of DST. */
function beginOfDst(zoned: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  let edge = previousTransition(zoned);
  while (edge !== null && saveSeconds(edge.subtract({ nanoseconds: 1 })) !== 0) {
    edge = previousTransition(edge.subtract({ nanoseconds: 1 }));
  }
  return edge;
}

function endOfDst(zoned: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  let edge = nextTransition(zoned);
  while (edge !== null && saveSeconds(edge) !== 0) edge = nextTransition(edge);
  return edge;
}

function utcText(zoned: Temporal.ZonedDateTime, fractionalSecondDigits: 0 | 6): string {
  const text = zoned
    .withTimeZone('UTC')
    .toString({ fractionalSecondDigits, timeZoneName: 'never' });
  return text.replace(/Z$/, '+00:00');
}
