import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { WorldTime } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { ConfigError, readConfig } from '../config.ts';
import { writeAddressDatabase } from './address-database.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'world-time-'));
const GEOIP_DATABASE = join(folder, 'city.mmdb');
writeAddressDatabase(GEOIP_DATABASE, { '192.0.2': 'Asia/Tokyo', '198.51.100': 'Mars/Olympus' });

function get(url: string, config = {}) {
  const app = buildApp(readConfig(config), openPorts());
  return app.inject({ url, remoteAddress: '192.0.2.7' });
}

const WINTER = {
  utc_offset: '+01:00',
  timezone: 'Europe/Paris',
  day_of_week: 1,
  day_of_year: 327,
  datetime: '2026-11-23T06:07:02.880099+01:00',
  utc_datetime: '2026-11-23T05:07:02.880099+00:00',
  unixtime: 1_795_410_422,
  raw_offset: 3600,
  week_number: 48,
  dst: false,
  abbreviation: 'CET',
  dst_offset: 0,
  dst_from: null,
  dst_until: null,
  client_ip: '192.0.2.7',
};

test('answers the time in a zone in the fields and types of worldtimeapi.org', async () => {
  const answer = await get('/api/timezone/Europe/Paris');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.deepEqual(answer.json(), WINTER);
  assert.deepEqual([...Value.Errors(WorldTime, answer.json())], []);
});

test('says when DST began and ends while it is in force', async () => {
  const view = (await get('/api/timezone/Australia/Sydney')).json();
  assert.deepEqual(
    [view.dst, view.raw_offset, view.dst_offset, view.abbreviation],
    [true, 36_000, 3600, 'AEDT'],
  );
  assert.equal(view.dst_from, '2026-10-03T16:00:00+00:00');
  assert.equal(view.dst_until, '2027-04-03T16:00:00+00:00');
});

test('answers one field a line below .txt, and nothing for null', async () => {
  const answer = await get('/api/timezone/Europe/Paris.txt');
  assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
  const expected = Object.entries(WINTER).map(([name, value]) => `${name}: ${value ?? ''}`);
  assert.deepEqual(answer.body.split('\n'), expected);
});

test('takes zones of one and of three parts, and signs', async () => {
  for (const id of ['UTC', 'EST', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'Asia/Kolkata']) {
    assert.equal((await get(`/api/timezone/${id}`)).json().timezone, id);
    assert.match((await get(`/api/timezone/${id}.txt`)).body, /timezone: /);
  }
});

test('lists all zones, those of an area and those of a part of it', async () => {
  const all = (await get('/api/timezone')).json();
  assert.ok(all.includes('Europe/Paris') && all.includes('UTC'));
  assert.equal((await get('/api/timezone.txt')).body, all.join('\n'));
  const europe = (await get('/api/timezone/Europe')).json();
  assert.deepEqual(
    europe,
    all.filter((id: string) => id.startsWith('Europe/')),
  );
  assert.equal((await get('/api/timezone/Europe.txt')).body, europe.join('\n'));
  const argentina = (await get('/api/timezone/America/Argentina')).json();
  assert.equal(argentina[0], 'America/Argentina/Buenos_Aires');
});

test('refuses an unknown place in the shape that clients of worldtimeapi.org know', async () => {
  for (const path of ['Mars', 'Europe/Pari', 'America/Argentina/Nowhere']) {
    const answer = await get(`/api/timezone/${path}`);
    assert.equal(answer.statusCode, 404);
    assert.deepEqual(answer.json(), { error: 'unknown location' });
    const text = await get(`/api/timezone/${path}.txt`);
    assert.deepEqual([text.statusCode, text.body], [404, 'unknown location']);
    assert.equal(text.headers['content-type'], 'text/plain; charset=utf-8');
  }
});

test('ignores parameters, which break caches for some clients', async () => {
  assert.equal((await get('/api/timezone/Europe/Paris?t=123&t=4')).statusCode, 200);
});

const OTHER_SPELLINGS: readonly [path: string, as: string][] = [
  ['/api/timezone/', '/api/timezone'],
  ['/api/timezone.json', '/api/timezone'],
  ['/api/timezone/Europe.json', '/api/timezone/Europe'],
  ['/api/timezone/Etc/UTC.json', '/api/timezone/Etc/UTC'],
  ['/api/timezone/Europe/London/', '/api/timezone/Europe/London'],
  ['/api/timezone/Europe/London.json/', '/api/timezone/Europe/London'],
  ['/api/timezone/Europe/London.txt/', '/api/timezone/Europe/London.txt'],
  ['/api/ip/', '/api/ip'],
  ['/api/ip.json', '/api/ip'],
  ['/api/ip/192.0.2.9.json', '/api/ip/192.0.2.9'],
  ['/api/ip/192.0.2.9/', '/api/ip/192.0.2.9'],
  ['/api/ip/192.0.2.9.txt/', '/api/ip/192.0.2.9.txt'],
];
for (const [path, as] of OTHER_SPELLINGS) {
  test(`answers ${path} as ${as}`, async () => {
    const answer = await get(path, { GEOIP_DATABASE });
    assert.equal(answer.statusCode, 200);
    const plain = await get(as, { GEOIP_DATABASE });
    assert.deepEqual(answer.body, plain.body);
    assert.equal(answer.headers['content-type'], plain.headers['content-type']);
  });
}

test('finds the zone of an address that arrived mapped into IPv6, and shows it as IPv4', async () => {
  const app = buildApp(readConfig({ GEOIP_DATABASE }), openPorts());
  const answer = await app.inject({ url: '/api/ip', remoteAddress: '::ffff:192.0.2.7' });
  assert.deepEqual([answer.json().timezone, answer.json().client_ip], ['Asia/Tokyo', '192.0.2.7']);
});

test('shows no text as an address that is none', async () => {
  const app = buildApp(readConfig({ TRUST_PROXY: '10.0.0.0/8' }), openPorts());
  const answer = await app.inject({
    url: '/api/timezone/UTC',
    remoteAddress: '10.0.0.1',
    headers: { 'x-forwarded-for': '<script>' },
  });
  assert.equal(answer.json().client_ip, '10.0.0.1');
});

test('has no path for addresses where no database is set', async () => {
  for (const path of ['/api/ip', '/api/ip.txt', '/api/ip/192.0.2.1', '/api/ip/nonsense']) {
    assert.equal((await get(path)).statusCode, 404);
  }
  const document = await get('/api/openapi.json');
  assert.ok(!('/api/ip' in document.json().paths));
});

test('answers the time where an address is', async () => {
  const own = await get('/api/ip', { GEOIP_DATABASE });
  assert.equal(own.statusCode, 200);
  assert.deepEqual([own.json().timezone, own.json().client_ip], ['Asia/Tokyo', '192.0.2.7']);
  const other = (await get('/api/ip/192.0.2.255', { GEOIP_DATABASE })).json();
  assert.deepEqual([other.timezone, other.client_ip], ['Asia/Tokyo', '192.0.2.255']);
  assert.match((await get('/api/ip.txt', { GEOIP_DATABASE })).body, /^timezone: Asia\/Tokyo$/m);
  const text = await get('/api/ip/192.0.2.1.txt', { GEOIP_DATABASE });
  assert.match(text.body, /^client_ip: 192\.0\.2\.1$/m);
});

const badAddresses: readonly [address: string, status: number, error: string][] = [
  ['203.0.113.1', 404, 'unknown location'],
  ['198.51.100.1', 404, 'unknown location'],
  ['2001:db8::1', 404, 'unknown location'],
  ['nonsense', 400, 'malformed ip'],
  ['192.0.2', 400, 'malformed ip'],
];
for (const [address, status, error] of badAddresses) {
  test(`answers ${status} for the address ${address}`, async () => {
    const answer = await get(`/api/ip/${address}`, { GEOIP_DATABASE });
    assert.deepEqual([answer.statusCode, answer.json()], [status, { error }]);
  });
}

test('refuses to start with a database that is none', async () => {
  const path = join(folder, 'not.mmdb');
  writeFileSync(path, 'not a database');
  for (const GEOIP_DATABASE of [path, join(folder, 'missing.mmdb')]) {
    const app = buildApp(readConfig({ GEOIP_DATABASE }), openPorts());
    await assert.rejects(async () => await app.ready(), ConfigError);
  }
});

test('a part of a path may be long: it is an unknown location', async () => {
  const answer = await get(`/api/timezone/${'x'.repeat(8_000)}`);
  assert.deepEqual([answer.statusCode, answer.json()], [404, { error: 'unknown location' }]);
});
