import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeAnswer } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import type { NoOffset } from '../clock/clock-source.ts';
import { offsetReading } from '../clock/fake-host.fixture.ts';
import { readConfig } from '../config.ts';
import { tzDatabase } from '../zones/tz-database.ts';

const config = readConfig({ INSTANCE: 'api-1' });
const SECOND_NS = 1_000_000_000n;

function refusal(kind: NoOffset['kind']): NoOffset {
  return { kind, source: 'kernel', reason: `it is ${kind}` };
}

test('answers the time, the interval that holds it and the state of the clock', async () => {
  const answer = await buildApp(config, openPorts()).inject('/api/v1/time');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.deepEqual(answer.json(), {
    now: '2026-11-23T05:07:02.880099871Z',
    epochNs: '1795410422880099871',
    epochMs: 1_795_410_422_880,
    interval: {
      earliest: '2026-11-23T05:07:02.878099121Z',
      latest: '2026-11-23T05:07:02.882100621Z',
      boundNs: '2000750',
    },
    clock: {
      status: 'synchronized',
      reason: null,
      source: 'kernel',
      id: 'fake-host',
      baseNs: '1795402422879106121',
      utcMinusHostNs: '1000000',
      readingAgeMs: 0,
      driftPpm: 500,
      leap: 'none',
      taiOffsetSeconds: 37,
      authenticated: false,
    },
    tzdb: tzDatabase().version,
    instance: 'api-1',
  });
});

test("answers what the contract's schema says, in every state of the clock", async () => {
  for (const kind of ['synchronized', 'unsynchronized', 'contradictory', 'unknown'] as const) {
    const reading = kind === 'synchronized' ? offsetReading() : refusal(kind);
    const answer = await buildApp(config, openPorts(reading)).inject('/api/v1/time?timezone=UTC');
    assert.deepEqual([...Value.Errors(TimeAnswer, answer.json())], []);
    assert.equal(answer.json().clock.status, kind);
  }
});

test('has an interval that grows while the clock is synchronized or in holdover', async () => {
  const ports = openPorts();
  const app = buildApp(config, ports);
  ports.host.pass(10n * SECOND_NS);
  assert.equal((await app.inject('/api/v1/time')).json().interval.boundNs, '7000750');
  ports.source.reading = refusal('unknown');
  ports.clock.refresh();
  const { clock, interval } = (await app.inject('/api/v1/time')).json();
  assert.deepEqual([clock.status, clock.readingAgeMs], ['holdover', 10_000]);
  assert.equal(interval.boundNs, '7000750');
});

for (const kind of ['unsynchronized', 'contradictory', 'unknown'] as const) {
  test(`answers the host clock and no interval when the clock is ${kind}`, async () => {
    const answer = await buildApp(config, openPorts(refusal(kind))).inject('/api/v1/time');
    const { now, interval, clock } = answer.json();
    assert.equal(answer.statusCode, 200);
    assert.equal(now, '2026-11-23T05:07:02.879099121Z');
    assert.equal(interval, null);
    assert.deepEqual([clock.status, clock.reason], [kind, `it is ${kind}`]);
  });
}

test('adds the view of the zone that is asked for, in any case', async () => {
  const answer = await buildApp(config, openPorts()).inject('/api/v1/time?timezone=europe%2Fparis');
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(answer.json().zone, {
    id: 'Europe/Paris',
    local: '2026-11-23T06:07:02.880099871+01:00[Europe/Paris]',
    utcOffset: '+01:00',
    standardOffset: '+01:00',
    isDst: false,
    abbreviation: 'CET',
  });
});

test('answers one line of RFC 3339 to those who prefer text', async () => {
  const app = buildApp(config, openPorts());
  const answer = await app.inject({ url: '/api/v1/time', headers: { accept: 'text/plain' } });
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
  assert.equal(answer.body, '2026-11-23T05:07:02.880099871Z\n');
});

test('answers that line in the zone that is asked for', async () => {
  const app = buildApp(config, openPorts());
  const url = '/api/v1/time?timezone=Asia/Tokyo';
  const answer = await app.inject({ url, headers: { accept: 'text/plain' } });
  assert.equal(answer.body, '2026-11-23T14:07:02.880099871+09:00\n');
});

for (const accept of ['application/json', 'text/plain']) {
  test(`is never stored, varies by Accept and is open to every origin as ${accept}`, async () => {
    const app = buildApp(config, openPorts());
    const { headers } = await app.inject({ url: '/api/v1/time', headers: { accept } });
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers.vary, 'Accept');
    assert.equal(headers['access-control-allow-origin'], '*');
  });
}

test('lets pages of other origins read its headers and timings', async () => {
  const { headers } = await buildApp(config, openPorts()).inject('/api/v1/time');
  assert.match(String(headers['access-control-expose-headers']), /^Age, Date, .*Retry-After$/);
  assert.equal(headers['timing-allow-origin'], '*');
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
});

test('answers HEAD like GET, without the body', async () => {
  const app = buildApp(config, openPorts());
  const get = await app.inject('/api/v1/time');
  const head = await app.inject({ method: 'HEAD', url: '/api/v1/time' });
  assert.equal(head.statusCode, 200);
  assert.equal(head.body, '');
  assert.deepEqual(head.headers, get.headers);
});
