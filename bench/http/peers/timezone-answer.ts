import { localTimeType } from '../../../app/api/src/time/local-time-type.ts';
import { tryInZone } from '../../../app/api/src/time/zone.ts';
import { summarizeZone } from '../../../app/api/src/time/zone-list.ts';
import { ZONE_TABLE } from '../../../app/api/src/time/zone-table.ts';
import {
  nextTransition,
  previousTransition,
  transitionsOfYear,
  transitionView,
} from '../../../app/api/src/time/zone-transitions.ts';
import { hostNowNs, instantText } from './host-now.ts';
import { isZoneId } from './valid-zone-id.ts';

const YEAR = /^(19[0-9]{2}|20[0-9]{2}|2100)$/;

/** The body of `GET /api/v1/timezone`; null when a parameter is refused. */
export function timezoneAnswer(query: ReadonlyMap<string, string>): object | null {
  const zoneId = query.get('id');
  const year = query.get('year');
  if (!isZoneId(zoneId) || (year !== undefined && !YEAR.test(year))) return null;
  const nowNs = hostNowNs();
  const zoned = tryInZone(nowNs, zoneId);
  if (zoned === null) return null;
  const previous = previousTransition(zoned);
  const next = nextTransition(zoned);
  const answer = {
    ...summarizeZone(zoned.timeZoneId),
    at: instantText(nowNs),
    current: localTimeType(zoned),
    previous: previous && transitionView(previous),
    next: next && transitionView(next),
    tzdb: process.versions.tz,
    tzdbNames: ZONE_TABLE.version,
  };
  if (year === undefined) return answer;
  const transitions = transitionsOfYear(Number(year), zoned.timeZoneId).map(transitionView);
  return { ...answer, transitions };
}
