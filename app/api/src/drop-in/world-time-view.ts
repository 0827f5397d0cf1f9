import type { WorldTime } from '@dataiku-assessment/contract';
import { epochSeconds, formatAnyInstant } from '../zones/instant.ts';
import { formatOffset } from '../zones/offset-text.ts';
import type { Transition } from '../zones/tzdb/zone-rules.ts';
import { localNs, type ZonedTime, zonedLine } from '../zones/zone.ts';

/** A zoned instant in the shape of worldtimeapi.org. */
export function worldTimeView(zoned: ZonedTime, clientIp: string): WorldTime {
  const { offsetSeconds, saveSeconds, abbreviation } = zoned.type;
  const isDst = saveSeconds !== 0;
  const date = new Temporal.Instant(localNs(zoned)).toZonedDateTimeISO('UTC').toPlainDate();
  const unixtime = epochSeconds(zoned.epochNs);
  return {
    utc_offset: formatOffset(offsetSeconds),
    timezone: zoned.zone.id,
    day_of_week: date.dayOfWeek % 7,
    day_of_year: date.dayOfYear,
    datetime: zonedLine(zoned, 6),
    utc_datetime: `${formatAnyInstant(zoned.epochNs).slice(0, -'000Z'.length)}+00:00`,
    unixtime,
    raw_offset: offsetSeconds - saveSeconds,
    week_number: date.weekOfYear ?? 1,
    dst: isDst,
    abbreviation,
    dst_offset: saveSeconds,
    dst_from: isDst ? edgeText(beginOfDst(zoned, unixtime)) : null,
    dst_until: isDst ? edgeText(endOfDst(zoned, unixtime)) : null,
    client_ip: clientIp,
  };
}

/** The fields as text in the format of worldtimeapi.org: one a line, null as nothing. */
export function worldTimeText(view: WorldTime): string {
  return Object.entries(view)
    .map(([name, value]) => `${name}: ${value ?? ''}`)
    .join('\n');
}

function edgeText(edge: Transition | null): string | null {
  return edge && new Date(edge.atSeconds * 1000).toISOString().replace('.000Z', '+00:00');
}

/** Changes within DST, such as another offset, are not edges of DST. */
function beginOfDst({ zone: { rules } }: ZonedTime, atSeconds: number): Transition | null {
  let edge = rules.previous(atSeconds);
  while (edge !== null && edge.before.saveSeconds !== 0) edge = rules.previous(edge.atSeconds - 1);
  return edge;
}

function endOfDst({ zone: { rules } }: ZonedTime, atSeconds: number): Transition | null {
  let edge = rules.next(atSeconds);
  while (edge !== null && edge.after.saveSeconds !== 0) edge = rules.next(edge.atSeconds);
  return edge;
}
