import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ClockSourceName,
  ClockStatus,
  LeapIndicator,
  SyncAnswer,
  TimeAnswer,
} from '@dataiku-assessment/contract';
import buildSerializer from '@fastify/fast-json-stringify-compiler';
import fc from 'fast-check';
import { STAMP_STEP_NS } from '../clock/realtime-clock.ts';
import { clockJson, stateJson } from '../clock/state-json.ts';
import { utcNow } from '../clock/utc-now.ts';
import { wireInterval } from '../clock/wire-interval.ts';
import { formatInstant } from '../zones/instant.ts';
import { findZone, zonedTime, zonedView } from '../zones/zone.ts';
import { syncJson, timeJson } from './answer-json.ts';

const compile = buildSerializer()();
function serializer(schema: object): (answer: unknown) => string {
  const route = { schema, method: 'GET', url: '/', httpStatus: '200' };
  return compile(route as Parameters<typeof compile>[0]);
}
const serializeTime = serializer(TimeAnswer);
const serializeSync = serializer(SyncAnswer);

const nanoseconds = fc.bigInt(-(2n ** 62n), 2n ** 62n);
const state = fc.record({
  status: fc.constantFrom(...ClockStatus.enum),
  reason: fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('"readingAgeMs":0 − ±'))),
  source: fc.constantFrom(...ClockSourceName.enum),
  authenticated: fc.option(fc.boolean()),
  id: fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/),
  baseNs: nanoseconds.map(String),
  utcMinusHostNs: fc.option(nanoseconds.map(String)),
  driftPpm: fc.nat(1_000_000),
  leap: fc.constantFrom(...LeapIndicator.enum),
  taiOffsetSeconds: fc.option(fc.integer({ min: -100, max: 100 })),
});
const readingAgeMs = fc.option(fc.nat());
/** Instants on, before and after whole seconds, and any other since 2001, when they got 19 digits. */
const hostNs = fc
  .tuple(
    fc.bigInt(1_000_000_001n, 4_000_000_000n),
    fc.oneof(fc.constantFrom(-1n, 0n, 1n), fc.bigInt(0n, 999_999_999n)),
  )
  .map(([seconds, ns]) => seconds * 1_000_000_000n + ns);
/** On either side of zero, up to a second wide: most cross a second. */
const offset = fc.option(
  fc
    .tuple(fc.bigInt(-1_000_000_000n, 1_000_000_000n), fc.bigInt(0n, 1_000_000_000n))
    .map(([minNs, widthNs]) => ({ minNs, maxNs: minNs + widthNs })),
);
const zoneId = fc.option(
  fc.constantFrom('UTC', 'Europe/Paris', 'Asia/Kathmandu', 'America/St_Johns'),
);

test("writes a TimeAnswer byte for byte as the schema's serialiser", () => {
  const instance = fc.string({ unit: 'binary', maxLength: 64 });
  fc.assert(
    fc.property(
      fc.record({ state, readingAgeMs, hostNs, offset, zoneId, instance }),
      ({ state, readingAgeMs, zoneId, instance, ...stamps }) => {
        const utc = utcNow(stamps);
        const zone = zoneId === null ? null : findZone(zoneId);
        const expected = serializeTime({
          now: formatInstant(utc.nowNs),
          epochNs: String(utc.nowNs),
          epochMs: Number(utc.nowNs / 1_000_000n),
          interval: wireInterval(utc),
          clock: { ...state, readingAgeMs },
          ...(zone === null ? {} : { zone: zonedView(zonedTime(utc.nowNs, zone)) }),
          tzdb: '2026c',
          instance,
        });
        const rest = JSON.stringify({ tzdb: '2026c', instance });
        const clock = clockJson(stateJson(state), readingAgeMs);
        assert.equal(timeJson(utc, clock, rest, zone), expected);
      },
    ),
    { numRuns: 1000 },
  );
});

test("writes a SyncAnswer byte for byte as the schema's serialiser", () => {
  const nonce = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
  fc.assert(
    fc.property(
      fc.record({ state, readingAgeMs, hostNs, offset, nonce }),
      ({ state, readingAgeMs, hostNs, offset, nonce }) => {
        const clock = { ...state, readingAgeMs };
        const expected = serializeSync({
          nonce,
          receivedNs: String(hostNs - 1n),
          sentNs: String(hostNs),
          stepNs: String(STAMP_STEP_NS),
          utcMinusHost: offset && { minNs: String(offset.minNs), maxNs: String(offset.maxNs) },
          clock,
        });
        const json = clockJson(stateJson(state), readingAgeMs);
        const sent = { hostNs, offset, clock, clockJson: json };
        assert.equal(syncJson(nonce, hostNs - 1n, sent), expected);
      },
    ),
    { numRuns: 1000 },
  );
});
