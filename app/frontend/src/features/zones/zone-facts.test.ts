import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimezoneAnswer } from '@dataiku-assessment/contract';
import { offsetAt, toZoneFacts } from './zone-facts.ts';

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
  tzdb: '2026c',
  tzdbNames: '2026c',
};

test('the offset changes at the transition, not before', () => {
  const facts = toZoneFacts(PARIS);
  const atMs = Date.parse('2027-03-28T01:00:00Z');
  assert.deepEqual([offsetAt(facts, atMs - 1), offsetAt(facts, atMs)], [HOUR_MS, 2 * HOUR_MS]);
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
