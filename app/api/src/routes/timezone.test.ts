import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem, TimezoneAnswer } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { tzDatabase } from '../zones/tz-database.ts';

function get(query: string) {
  return buildApp(readConfig({}), openPorts()).inject(`/api/v1/timezone?${query}`);
}

const WINTER = { utcOffset: '+01:00', standardOffset: '+01:00', isDst: false, abbreviation: 'CET' };
const SUMMER = { utcOffset: '+02:00', standardOffset: '+01:00', isDst: true, abbreviation: 'CEST' };

test('describes a zone, its clocks now and the transitions around', async () => {
  const answer = await get('id=europe/paris');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.deepEqual(answer.json(), {
    id: 'Europe/Paris',
    linksTo: null,
    country: { code: 'FR', name: 'France' },
    cities: ['Paris', 'Marseille', 'Lyon', 'Toulouse'],
    at: '2026-11-23T05:07:02.880099871Z',
    current: WINTER,
    previous: { at: '2026-10-25T01:00:00.000000000Z', before: SUMMER, after: WINTER },
    next: { at: '2027-03-28T01:00:00.000000000Z', before: WINTER, after: SUMMER },
    posixTz: 'CET-1CEST,M3.5.0,M10.5.0/3',
    tzdb: tzDatabase().version,
  });
});

test('describes the next period once its transition has passed', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  const get = async () => (await app.inject('/api/v1/timezone?id=Europe/Paris')).json();
  assert.deepEqual((await get()).current, WINTER);
  ports.host.pass(130n * 86_400_000_000_000n);
  const { current, previous, next } = await get();
  assert.deepEqual(current, SUMMER);
  assert.equal(previous.at, '2027-03-28T01:00:00.000000000Z');
  assert.equal(next.at, '2027-10-31T01:00:00.000000000Z');
});

test('lists the transitions of a year', async () => {
  const answer = (await get('id=Europe/Paris&year=1976')).json();
  assert.deepEqual([...Value.Errors(TimezoneAnswer, answer)], []);
  assert.deepEqual(
    answer.transitions.map(({ at }: { at: string }) => at),
    ['1976-03-28T00:00:00.000000000Z', '1976-09-25T23:00:00.000000000Z'],
  );
});

test('says what the clocks show when a year begins, also where none of its days changes them', async () => {
  const offsetIn = async (year: number) => {
    const answer = (await get(`id=Europe/Istanbul&year=${year}`)).json();
    assert.deepEqual([...Value.Errors(TimezoneAnswer, answer)], []);
    return [answer.startOfYear.utcOffset, answer.transitions.length];
  };
  assert.deepEqual(await offsetIn(2016), ['+02:00', 2]);
  assert.deepEqual(await offsetIn(2017), ['+03:00', 0]);
  // In Australia the year begins in summer.
  assert.equal(
    (await get('id=Australia/Sydney&year=2027')).json().startOfYear.abbreviation,
    'AEDT',
  );
});

test('says what a link links to', async () => {
  const { id, linksTo, current } = (await get('id=asia/CALCUTTA')).json();
  assert.deepEqual([id, linksTo, current.abbreviation], ['Asia/Calcutta', 'Asia/Kolkata', 'IST']);
});

test('refuses an unknown zone: what was got, what is allowed, what is near', async () => {
  const answer = await get('id=Europe/Pari');
  assert.equal(answer.statusCode, 404);
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
  const problem = answer.json();
  assert.deepEqual([...Value.Errors(Problem, problem)], []);
  assert.equal(problem.code, 'unknown-timezone');
  assert.equal(problem.parameter, 'id');
  assert.equal(problem.got, 'Europe/Pari');
  assert.equal(problem.allowed, 'An IANA time zone id; /api/v1/timezones lists them.');
  assert.equal(problem.nearest[0], 'Europe/Paris');
});

for (const year of ['1899', '2101', '26', '', '2026.0', '+2026', '-2026', '٢٠٢٦']) {
  test(`refuses the year "${year}"`, async () => {
    const answer = await get(`id=UTC&year=${encodeURIComponent(year)}`);
    assert.equal(answer.statusCode, 400);
    const { code, parameter, got, allowed } = answer.json();
    assert.deepEqual([code, parameter, got], ['invalid-parameter', 'year', year]);
    assert.match(allowed, /1900 to 2100/);
  });
}

test('refuses a request without a zone', async () => {
  const answer = await get('');
  assert.equal(answer.statusCode, 400);
  assert.deepEqual([answer.json().code, answer.json().parameter], ['missing-parameter', 'id']);
});
