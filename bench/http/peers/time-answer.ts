import { tryInZone, zonedView } from '../../../app/api/src/time/zone.ts';
import { hostNowNs, instantText } from './host-now.ts';
import { isZoneId } from './valid-zone-id.ts';

/** The body of `GET /api/v1/time`; null when the zone is unknown. */
export function timeAnswer(query: ReadonlyMap<string, string>): object | null {
  const nowNs = hostNowNs();
  const zoneId = query.get('timezone');
  if (zoneId === undefined) return nowAnswer(nowNs);
  const zoned = isZoneId(zoneId) ? tryInZone(nowNs, zoneId) : null;
  return zoned && { ...nowAnswer(nowNs), zone: zonedView(zoned) };
}

function nowAnswer(nowNs: bigint) {
  return {
    now: instantText(nowNs),
    epochNs: String(nowNs),
    epochMs: Number(nowNs / 1_000_000n),
    interval: null,
    clock: {
      status: 'unsynchronized',
      reason: 'the kernel says that nothing keeps this clock',
      source: 'kernel',
      id: '00112233445566778899aabbccddeeff',
      baseNs: String(nowNs - process.hrtime.bigint()),
      utcMinusHostNs: null,
      readingAgeMs: null,
      driftPpm: 0,
      leap: 'unknown',
      taiOffsetSeconds: null,
    },
    tzdb: process.versions.tz,
    instance: 'bench',
  };
}
