import { parseMoment } from '../../../app/api/src/time/parse-moment.ts';
import { resolveWallTime } from '../../../app/api/src/time/resolve-wall-time.ts';
import { tryInZone, zonedView } from '../../../app/api/src/time/zone.ts';
import { ZONE_TABLE } from '../../../app/api/src/time/zone-table.ts';
import { isZoneId } from './valid-zone-id.ts';

const AT =
  /^(19\d{2}|20\d{2}|2100)-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[-+ ]([01]\d|2[0-3]):[0-5]\d)?$/;
const DISAMBIGUATIONS = new Set(['compatible', 'earlier', 'later', 'reject']);
const MOST_ZONES = 20;
const MOST_CHARACTERS = 1_320;

/** The body of `GET /api/v1/convert`; null when a parameter is refused. */
export function convertAnswer(query: ReadonlyMap<string, string>): object | null {
  const to = query.get('to') ?? '';
  const disambiguation = query.get('disambiguation') ?? 'compatible';
  if (to === '' || to.length > MOST_CHARACTERS || !DISAMBIGUATIONS.has(disambiguation)) return null;
  const zoneIds = to.split(',');
  const found = findMoment(query, disambiguation);
  if (found === null || zoneIds.length > MOST_ZONES) return null;
  const { kind, zoned, alternatives } = found;
  const views: object[] = [];
  for (const zoneId of zoneIds) {
    const there = tryInZone(zoned.epochNanoseconds, zoneId);
    if (there === null) return null;
    views.push(zonedView(there));
  }
  return {
    instant: instantText(zoned),
    epochNs: String(zoned.epochNanoseconds),
    kind,
    disambiguation,
    from: query.has('from') ? zonedView(zoned) : null,
    alternatives,
    to: views,
    tzdb: process.versions.tz,
    tzdbNames: ZONE_TABLE.version,
  };
}

interface Found {
  readonly kind: string;
  readonly zoned: Temporal.ZonedDateTime;
  readonly alternatives: readonly object[];
}

function findMoment(query: ReadonlyMap<string, string>, disambiguation: string): Found | null {
  const at = query.get('at');
  const from = query.get('from');
  const moment = at !== undefined && AT.test(at) ? parseMoment(at) : null;
  if (moment === null || (from !== undefined && !isZoneId(from))) return null;
  if (moment.kind === 'instant') {
    const zoned = tryInZone(moment.epochNs, from ?? 'UTC');
    return zoned && { kind: 'instant', zoned, alternatives: [] };
  }
  const here = from === undefined ? null : tryInZone(0n, from);
  if (here === null) return null;
  const { kind, earlier, later } = resolveWallTime(moment.wall, here.timeZoneId);
  if (kind === 'unique') return { kind, zoned: earlier, alternatives: [] };
  if (disambiguation === 'reject') return null;
  const takesLater =
    disambiguation === 'later' || (disambiguation === 'compatible' && kind === 'skipped');
  const alternatives = [alternative('earlier', earlier), alternative('later', later)];
  return { kind, zoned: takesLater ? later : earlier, alternatives };
}

function alternative(disambiguation: string, zoned: Temporal.ZonedDateTime): object {
  return { disambiguation, instant: instantText(zoned), from: zonedView(zoned) };
}

function instantText(zoned: Temporal.ZonedDateTime): string {
  return zoned.toInstant().toString({ fractionalSecondDigits: 9 });
}
