import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  nextTransition,
  previousTransition,
  transitionsOfYear,
  transitionView,
} from './zone-transitions.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(text);
const instantOf = (zoned: Temporal.ZonedDateTime | null) => zoned?.toInstant().toString() ?? null;

test('finds the transitions around a moment outside DST', () => {
  const zoned = at('2026-11-23T06:00[Europe/Paris]');
  assert.equal(instantOf(previousTransition(zoned)), '2026-10-25T01:00:00Z');
  assert.equal(instantOf(nextTransition(zoned)), '2027-03-28T01:00:00Z');
});

test('a transition is the previous one from its own instant on', () => {
  const zoned = at('2026-10-25T02:00+01:00[Europe/Paris]');
  assert.equal(instantOf(previousTransition(zoned)), '2026-10-25T01:00:00Z');
  assert.equal(
    instantOf(previousTransition(zoned.subtract({ nanoseconds: 1 }))),
    '2026-03-29T01:00:00Z',
  );
  assert.equal(instantOf(nextTransition(zoned)), '2027-03-28T01:00:00Z');
});

test('a zone whose clocks never change has none', () => {
  const zoned = at('2026-11-23T06:00[UTC]');
  assert.deepEqual([previousTransition(zoned), nextTransition(zoned)], [null, null]);
});

test('a change of name and DST without one of the offset is a transition', () => {
  const zoned = at('2026-10-15T06:00[America/Vancouver]');
  const next = nextTransition(zoned);
  assert.equal(instantOf(next), '2026-11-01T09:00:00Z');
  assert.ok(next !== null);
  const { before, after } = transitionView(next);
  assert.deepEqual([before.utcOffset, before.abbreviation, before.isDst], ['-07:00', 'PDT', true]);
  assert.deepEqual([after.utcOffset, after.abbreviation, after.isDst], ['-07:00', 'MST', false]);
  assert.equal(
    instantOf(previousTransition(at('2026-12-01T06:00[America/Vancouver]'))),
    instantOf(next),
  );
});

test('such a change is the previous one from its own instant on too', () => {
  const zoned = at('2026-11-01T02:00[America/Vancouver]');
  assert.equal(instantOf(previousTransition(zoned)), '2026-11-01T09:00:00Z');
  const before = zoned.subtract({ nanoseconds: 1 });
  assert.equal(instantOf(previousTransition(before)), '2026-03-08T10:00:00Z');
  assert.equal(instantOf(nextTransition(before)), '2026-11-01T09:00:00Z');
});

test('lists those of a year, counted in UTC', () => {
  assert.deepEqual(transitionsOfYear(2026, 'Europe/Paris').map(instantOf), [
    '2026-03-29T01:00:00Z',
    '2026-10-25T01:00:00Z',
  ]);
  assert.deepEqual(transitionsOfYear(2026, 'Asia/Tokyo'), []);
  assert.equal(transitionsOfYear(1942, 'Europe/London').length, 2);
  assert.equal(transitionsOfYear(2100, 'Europe/Paris').length, 2);
});
