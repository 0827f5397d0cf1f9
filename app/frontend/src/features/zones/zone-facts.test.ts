import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimezoneAnswer } from '@dataiku-assessment/contract';
import { isZoneFacts, toZoneFacts, toZoneMs } from './zone-facts.ts';

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
  tzdb: '2026f',
};

test('the offset changes at the transition, not before', () => {
  const facts = toZoneFacts(PARIS);
  const atMs = Date.parse('2027-03-28T01:00:00Z');
  assert.equal(toZoneMs(facts, atMs - 1), atMs - 1 + HOUR_MS);
  assert.equal(toZoneMs(facts, atMs), atMs + 2 * HOUR_MS);
});

test('a day after the transition the facts hold nothing any more', () => {
  const atMs = Date.parse('2027-03-29T01:00:00Z');
  assert.notEqual(toZoneMs(toZoneFacts(PARIS), atMs - 1), null);
  assert.equal(toZoneMs(toZoneFacts(PARIS), atMs), null);
});

test('offsets may be negative, have minutes and even seconds', () => {
  const offsetMs = (utcOffset: string) =>
    toZoneFacts({ ...PARIS, next: null, country: null, current: type(utcOffset) }).offsetMs;
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
    assert.throws(() => toZoneFacts({ ...PARIS, ...changed }), { name: 'TypeError' });
  }
});

test('what was remembered in another shape are no facts', () => {
  const facts = toZoneFacts(PARIS);
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
    { ...facts, next: { atMs: 'soon', offsetMs: 0 } },
    { ...facts, next: {} },
    { ...facts, next: undefined },
  ];
  for (const other of others) assert.equal(isZoneFacts(other), false, JSON.stringify(other));
});
