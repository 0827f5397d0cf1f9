import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimezoneAnswer } from '@dataiku-assessment/contract';
import {
  changeBetween,
  isZoneFacts,
  momentsAroundSkipped,
  momentsAt,
  toZoneFacts,
  toZoneMs,
} from './zone-facts.ts';

const HOUR_MS = 3_600_000;
const type = (utcOffset: string) => ({
  utcOffset,
  standardOffset: utcOffset,
  isDst: false,
  abbreviation: 'X',
});
const PARIS: TimezoneAnswer = {
  id: 'Europe/Paris',
  linksTo: null,
  country: { code: 'FR', name: 'France' },
  cities: ['Paris'],
  at: '2026-11-23T05:07:02.879099121Z',
  current: type('+01:00'),
  previous: null,
  next: { at: '2027-03-28T01:00:00.000000000Z', before: type('+01:00'), after: type('+02:00') },
  posixTz: 'CET-1CEST,M3.5.0,M10.5.0/3',
  startOfYear: type('+01:00'),
  transitions: [
    { at: '2026-03-29T01:00:00.000000000Z', before: type('+01:00'), after: type('+02:00') },
    { at: '2026-10-25T01:00:00.000000000Z', before: type('+02:00'), after: type('+01:00') },
  ],
  tzdb: '2026f',
};

test('in a year that was asked for, each moment has its offset', () => {
  const facts = toZoneFacts(PARIS, 2026);
  const hours = (at: string) => {
    const atMs = Date.parse(at);
    const zoneMs = toZoneMs(facts, atMs);
    return zoneMs === null ? null : (zoneMs - atMs) / HOUR_MS;
  };
  assert.deepEqual(
    ['2026-01-01T00:00Z', '2026-03-29T00:59Z', '2026-03-29T01:00Z', '2026-10-25T00:59Z'].map(hours),
    [1, 1, 2, 2],
  );
  // Another year was not asked for, and the present tells nothing about the past.
  assert.equal(hours('2025-12-31T23:59Z'), null);
  assert.equal(hours('2027-01-01T00:00Z'), 1);
  assert.equal(
    changeBetween(facts, Date.parse('2026-03-29T00:30Z'), Date.parse('2026-03-29T02:00Z')),
    Date.parse('2026-03-29T01:00Z'),
  );
  assert.equal(
    changeBetween(facts, Date.parse('2026-01-01T00:00Z'), Date.parse('2026-03-01T00:00Z')),
    null,
  );
});

test('the clocks show a time once, twice or not at all', () => {
  const facts = toZoneFacts(PARIS, 2026);
  const at = (local: string) =>
    momentsAt(facts, Date.parse(`${local}Z`))?.map((ms) => new Date(ms).toISOString().slice(0, 16));
  assert.deepEqual(at('2026-07-01T12:00'), ['2026-07-01T10:00']);
  assert.deepEqual(at('2026-10-25T02:30'), ['2026-10-25T00:30', '2026-10-25T01:30']);
  assert.deepEqual(at('2026-10-25T03:00'), ['2026-10-25T02:00']);
  assert.deepEqual(at('2026-03-29T02:30'), []);
  assert.deepEqual(
    momentsAroundSkipped(facts, Date.parse('2026-03-29T02:30Z'))?.map((ms) =>
      new Date(ms).toISOString().slice(0, 16),
    ),
    ['2026-03-29T00:30', '2026-03-29T01:30'],
  );
  assert.equal(at('2020-03-29T02:30'), undefined);
});

test('the offset changes at the transition, not before', () => {
  const facts = toZoneFacts(PARIS, 2026);
  const atMs = Date.parse('2027-03-28T01:00:00Z');
  assert.equal(toZoneMs(facts, atMs - 1), atMs - 1 + HOUR_MS);
  assert.equal(toZoneMs(facts, atMs), atMs + 2 * HOUR_MS);
});

test('a day after the transition the facts hold nothing any more', () => {
  const atMs = Date.parse('2027-03-29T01:00:00Z');
  assert.notEqual(toZoneMs(toZoneFacts(PARIS, 2026), atMs - 1), null);
  assert.equal(toZoneMs(toZoneFacts(PARIS, 2026), atMs), null);
});

test('offsets may be negative, have minutes and even seconds', () => {
  const offsetMs = (utcOffset: string) =>
    toZoneFacts({ ...PARIS, next: null, country: null, current: type(utcOffset) }, 2026).offsetMs;
  assert.deepEqual(['-03:30', '+05:45', '-00:44:30'].map(offsetMs), [
    -3.5 * HOUR_MS,
    5.75 * HOUR_MS,
    -2_670_000,
  ]);
});

test('an answer that describes no zone is refused', () => {
  const { next } = PARIS;
  assert.ok(next);
  const answers = [
    { current: type('CET') },
    { current: type('+99:00') },
    { country: { code: 'Europe', name: 'Europe' } },
    { next: { ...next, at: 'soon' } },
    { next: { ...next, after: type('') } },
  ];
  for (const changed of answers) {
    assert.throws(() => toZoneFacts({ ...PARIS, ...changed }, 2026), { name: 'TypeError' });
  }
});

test('what was remembered in another shape are no facts', () => {
  const facts = toZoneFacts(PARIS, 2026);
  assert.ok(isZoneFacts(facts) && isZoneFacts({ ...facts, country: null, next: null }));
  const others = [
    null,
    3,
    { id: 'Europe/Paris' },
    { ...facts, id: 7 },
    { ...facts, country: ['FR'] },
    { ...facts, cities: undefined },
    { ...facts, cities: [7] },
    { ...facts, offsetMs: null },
    { ...facts, offsetMs: '3600000' },
    { ...facts, offsetMs: 1e12 },
    { ...facts, toldMs: null },
    { ...facts, tzdb: undefined },
    { ...facts, years: null },
    { ...facts, years: { 2026: 7 } },
    { ...facts, years: { 2026: [{ fromMs: 0 }] } },
    { ...facts, next: { fromMs: 'soon', offsetMs: 0 } },
    { ...facts, next: {} },
    { ...facts, next: undefined },
  ];
  for (const other of others) assert.equal(isZoneFacts(other), false, JSON.stringify(other));
});
