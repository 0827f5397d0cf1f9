import { STAMP_STEP_NS } from '../clock/realtime-clock.ts';
import type { ServerTime } from '../clock/server-clock.ts';
import type { UtcNow } from '../clock/utc-now.ts';
import { formatInstant, instantTexts } from '../zones/instant.ts';
import type { Zone } from '../zones/tz-database.ts';
import { zonedTime, zonedView } from '../zones/zone.ts';
import { SecondTexts } from './second-texts.ts';

/**
 * The JSON of the answers that hold the time, byte for byte as the schema's serialiser writes it, made
 * of parts that are ready: serialising the whole object takes ten times as long.
 */

const zoneTexts = new SecondTexts<Zone>();

/**
 * The JSON of a `TimeAnswer`. `rest` is the JSON of an object with the fields that never change;
 * `zone` comes last, since it is optional: null without one.
 */
export function timeJson(utc: UtcNow, clock: string, rest: string, zone: Zone | null): string {
  const { nowNs, interval } = utc;
  const { iso, ns, ms } = instantTexts(nowNs);
  const times = `{"now":"${iso}","epochNs":"${ns}","epochMs":${ms}`;
  const fields = `"interval":${intervalJson(interval)},"clock":${clock},${rest.slice(1, -1)}`;
  return `${times},${fields}${zone === null ? '' : `,"zone":${zoneJson(zone, nowNs)}`}}`;
}

function zoneJson(zone: Zone, nowNs: bigint): string {
  return zoneTexts.at(zone, nowNs, (ns) => JSON.stringify(zonedView(zonedTime(ns, zone))));
}

function intervalJson(interval: UtcNow['interval']): string {
  if (interval === null) return 'null';
  const { earliestNs, latestNs, boundNs } = interval;
  return `{"earliest":"${formatInstant(earliestNs)}","latest":"${formatInstant(latestNs)}","boundNs":"${boundNs}"}`;
}

/** The JSON of a `SyncAnswer`. The nonce has no character that JSON escapes. */
export function syncJson(
  nonce: string,
  receivedNs: bigint,
  sent: Pick<ServerTime, 'hostNs' | 'offset' | 'clockJson'>,
): string {
  const { hostNs, offset, clockJson: clock } = sent;
  const utcMinusHost =
    offset === null ? 'null' : `{"minNs":"${offset.minNs}","maxNs":"${offset.maxNs}"}`;
  const stamps = `"receivedNs":"${receivedNs}","sentNs":"${hostNs}","stepNs":"${STAMP_STEP_NS}"`;
  return `{"nonce":"${nonce}",${stamps},"utcMinusHost":${utcMinusHost},"clock":${clock}}`;
}
