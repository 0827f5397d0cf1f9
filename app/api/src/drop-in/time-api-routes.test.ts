import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { TimeApiConversion, TimeApiTime, TimeApiZone } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { writeAddressDatabase } from './address-database.fixture.ts';

const app = buildApp(readConfig({}), openPorts());

const AMSTERDAM = {
  year: 2026,
  month: 11,
  day: 23,
  hour: 6,
  minute: 7,
  seconds: 2,
  milliSeconds: 880,
  dateTime: '2026-11-23T06:07:02.8800998',
  date: '11/23/2026',
  time: '06:07',
  timeZone: 'Europe/Amsterdam',
  dayOfWeek: 'Monday',
  dstActive: false,
};

// As programs in public repositories write it.
for (const url of [
  '/api/time/current/zone?timeZone=Europe/Amsterdam',
  '/api/Time/current/zone?timeZone=Europe%2FAmsterdam',
  '/api/time/current/zone/?timezone=europe/amsterdam&unknown=1',
]) {
  test(`answers ${url} in the fields and types of timeapi.io`, async () => {
    const answer = await app.inject(url);
    assert.equal(answer.statusCode, 200, answer.body);
    assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.deepEqual(answer.json(), AMSTERDAM);
    assert.deepEqual([...Value.Errors(TimeApiTime, answer.json())], []);
  });
}

test('describes a zone with the next DST, or that in force', async () => {
  for (const path of ['/api/timezone/zone', '/api/TimeZone/zone']) {
    const madrid = (await app.inject(`${path}?timeZone=Europe/Madrid`)).json();
    assert.deepEqual([...Value.Errors(TimeApiZone, madrid)], []);
    assert.equal(madrid.currentLocalTime, '2026-11-23T06:07:02.8800998');
    assert.equal(madrid.currentUtcOffset.seconds, 3600);
    assert.deepEqual([madrid.hasDayLightSaving, madrid.isDayLightSavingActive], [true, false]);
    assert.equal(madrid.dstInterval.dstName, 'CEST');
    assert.equal(madrid.dstInterval.dstStart, '2027-03-28T01:00:00Z');
    assert.equal(madrid.dstInterval.dstEnd, '2027-10-31T01:00:00Z');
    assert.equal(madrid.dstInterval.dstDuration.days, 217);
  }
  const sydney = (await app.inject('/api/timezone/zone?timeZone=Australia/Sydney')).json();
  assert.equal(sydney.isDayLightSavingActive, true);
  assert.equal(sydney.standardUtcOffset.seconds, 36_000);
  assert.equal(sydney.dstInterval.dstStart, '2026-10-03T16:00:00Z');
  const tokyo = (await app.inject('/api/timezone/zone?timeZone=Asia/Tokyo')).json();
  assert.deepEqual([tokyo.hasDayLightSaving, tokyo.dstInterval], [false, null]);
});

test('converts a wall time', async () => {
  const payload = {
    fromTimeZone: 'Europe/Amsterdam',
    dateTime: '2021-03-14 17:45:00',
    toTimeZone: 'America/Los_Angeles',
    dstAmbiguity: '',
  };
  for (const url of ['/api/conversion/converttimezone', '/api/Conversion/ConvertTimeZone']) {
    const answer = await app.inject({ method: 'POST', url, payload });
    assert.equal(answer.statusCode, 200, answer.body);
    const { conversionResult, ...rest } = answer.json();
    assert.deepEqual(rest, {
      fromTimezone: 'Europe/Amsterdam',
      fromDateTime: '2021-03-14T17:45:00',
      toTimeZone: 'America/Los_Angeles',
    });
    assert.equal(conversionResult.dateTime, '2021-03-14T09:45:00.0000000');
    assert.deepEqual([conversionResult.hour, conversionResult.dstActive], [9, true]);
    assert.deepEqual([...Value.Errors(TimeApiConversion, answer.json())], []);
  }
});

test('lists the ids of all zones', async () => {
  for (const path of ['/api/timezone/availabletimezones', '/api/TimeZone/AvailableTimeZones']) {
    assert.ok((await app.inject(path)).json().includes('Europe/Amsterdam'));
  }
});

for (const [url, status] of [
  ['/api/time/current/zone?timeZone=Mars/Olympus', 404],
  ['/api/time/current/zone', 400],
  ['/api/time/current/zone?timeZone=UTC&timeZone=UTC', 400],
  ['/api/timezone/zone?timeZone=<b>', 404],
] as const) {
  test(`refuses ${url} by a text in JSON`, async () => {
    const answer = await app.inject(url);
    assert.deepEqual([answer.statusCode, answer.json()], [status, 'Invalid Timezone']);
    assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  });
}

const badBodies: readonly [payload: unknown, error: string, status?: number][] = [
  [{ fromTimeZone: 'UTC', dateTime: 'noon', toTimeZone: 'UTC' }, 'Invalid DateTime'],
  [{ fromTimeZone: 'UTC', dateTime: '2026-01-01T00:00Z', toTimeZone: 'UTC' }, 'Invalid DateTime'],
  [
    { fromTimeZone: 'UTC', dateTime: '2026-01-01 00:00', toTimeZone: 'Mars' },
    'Invalid Timezone',
    404,
  ],
  [{ fromTimeZone: '<b>', dateTime: '2026-01-01 00:00', toTimeZone: 'UTC' }, 'Invalid Timezone'],
  [{ dateTime: 4 }, 'Invalid request'],
  ['not JSON', 'Invalid request'],
];
for (const [payload, error, status = 400] of badBodies) {
  test(`refuses to convert ${JSON.stringify(payload)}: ${error}`, async () => {
    const headers = { 'content-type': 'application/json' };
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const url = '/api/conversion/converttimezone';
    const answer = await app.inject({ method: 'POST', url, headers, payload: body });
    assert.deepEqual([answer.statusCode, answer.json()], [status, error]);
  });
}

const GEOIP_DATABASE = join(mkdtempSync(join(tmpdir(), 'time-api-')), 'city.mmdb');
writeAddressDatabase(GEOIP_DATABASE, { '192.0.2': 'Asia/Tokyo' });
const withAddresses = buildApp(readConfig({ GEOIP_DATABASE }), openPorts());

test('answers the time and the zone where an address is', async () => {
  for (const path of ['time/current', 'Time/current']) {
    const answer = await withAddresses.inject(`/api/${path}/ip?ipAddress=192.0.2.9`);
    assert.deepEqual([...Value.Errors(TimeApiTime, answer.json())], []);
    assert.equal(answer.json().timeZone, 'Asia/Tokyo');
  }
  for (const path of ['timezone', 'TimeZone', 'timeZone', 'Timezone']) {
    const answer = await withAddresses.inject(`/api/${path}/ip?ipAddress=192.0.2.9`);
    assert.deepEqual([...Value.Errors(TimeApiZone, answer.json())], []);
    assert.equal(answer.json().timeZone, 'Asia/Tokyo');
  }
});

for (const [query, status, error] of [
  ['?ipAddress=203.0.113.1', 404, 'Unknown IP Address'],
  ['?ipAddress=192.0.2', 400, 'Invalid IP Address'],
  ['', 400, 'Invalid IP Address'],
] as const) {
  test(`refuses the address of "${query}" by a text in JSON`, async () => {
    const answer = await withAddresses.inject(`/api/time/current/ip${query}`);
    assert.deepEqual([answer.statusCode, answer.json()], [status, error]);
  });
}

test('has no path for addresses where no database is set', async () => {
  for (const path of ['/api/time/current/ip', '/api/timezone/ip']) {
    assert.equal((await app.inject(`${path}?ipAddress=192.0.2.9`)).statusCode, 404);
    assert.ok(!(path in (await app.inject('/api/openapi.json')).json().paths));
  }
});
