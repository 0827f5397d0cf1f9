import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ZoneFacts } from '../../lib/zone-facts.ts';
import { hoursOf } from './hours.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const zone = (...offsets: readonly (readonly [at: string, hours: number])[]): ZoneFacts => ({
  id: 'Test/Zone',
  country: null,
  cities: [],
  toldMs: Date.UTC(2026, 11, 1),
  offsetMs: 0,
  next: null,
  years: {
    2026: offsets.map(([at, hours]) => ({ fromMs: Date.parse(at), offsetMs: hours * HOUR_MS })),
  },
  tzdb: '2026f',
});
const PARIS = zone(['2026-01-01T00:00Z', 1], ['2026-03-29T01:00Z', 2], ['2026-10-25T01:00Z', 1]);
const day = (facts: ZoneFacts, start: string) => hoursOf(facts, Date.parse(start), DAY_MS);
const hoursIn = (facts: ZoneFacts, start: string) =>
  day(facts, start)
    .map(({ hour }) => hour)
    .join(' ');

test('a day has the hours of the zone, and says where another day begins', () => {
  const hours = day(PARIS, '2026-11-28T04:00Z');
  assert.equal(
    hours.map(({ hour }) => hour).join(' '),
    '5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 0 1 2 3 4',
  );
  const sunday = hours.filter(({ dayMs }) => dayMs !== null);
  assert.deepEqual(
    sunday.map(({ hour, dayMs }) => [hour, dayMs]),
    [[0, Date.UTC(2026, 10, 29)]],
  );
});

test('night, day and working hours; nobody works on Sunday', () => {
  const kinds = (start: string) =>
    day(PARIS, start)
      .map(({ kind }) => kind[0])
      .join('');
  assert.equal(kinds('2026-11-26T23:00Z'), 'nnnnnnnddwwwwwwwwdddddnn');
  assert.equal(kinds('2026-11-28T23:00Z'), 'nnnnnnndddddddddddddddnn');
});

test('an offset of half an hour leaves half an hour at each end', () => {
  const hours = day(zone(['2026-01-01T00:00Z', 5.5]), '2026-11-28T00:00Z');
  assert.equal(hours.length, 25);
  assert.deepEqual([hours.at(0)?.lengthMs, hours.at(-1)?.lengthMs], [HOUR_MS / 2, HOUR_MS / 2]);
  assert.equal(
    hours.reduce((sum, { lengthMs }) => sum + lengthMs, 0),
    DAY_MS,
  );
});

test('hours that the clocks skip or repeat are seen, and marked', () => {
  assert.match(hoursIn(PARIS, '2026-03-28T23:00Z'), /^0 1 3 4 /);
  assert.match(hoursIn(PARIS, '2026-10-24T22:00Z'), /^0 1 2 2 3 /);
  const marks = (start: string) =>
    day(PARIS, start).flatMap(({ hour, change }) => (change === null ? [] : [`${change} ${hour}`]));
  assert.deepEqual(marks('2026-03-28T23:00Z'), ['skipped 3']);
  assert.deepEqual(marks('2026-10-24T22:00Z'), ['repeated 2']);
  assert.deepEqual(marks('2026-11-28T00:00Z'), []);
});

test('a change within an hour divides it', () => {
  const lordHowe = zone(['2026-01-01T00:00Z', 11], ['2026-04-04T15:00Z', 10.5]);
  const around = hoursOf(lordHowe, Date.parse('2026-04-04T14:00Z'), 2 * HOUR_MS);
  assert.deepEqual(
    around.map(({ hour, lengthMs, change }) => [hour, lengthMs / HOUR_MS, change]),
    [
      [1, 1, null],
      [1, 0.5, 'repeated'],
      [2, 0.5, null],
    ],
  );
});

test('nothing is drawn where the offsets are unknown', () => {
  assert.deepEqual(day(PARIS, '2025-11-28T00:00Z'), []);
});
