import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transition } from './tzdb/zone-rules.ts';
import { findZone } from './zone.ts';
import { transitionsOfYear, transitionView } from './zone-transitions.ts';

const seconds = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000;
const rulesOf = (id: string) => findZone(id).rules;
const instantOf = (transition: Transition | null) =>
  transition && new Date(transition.atSeconds * 1000).toISOString().replace('.000', '');

test('finds the transitions around a moment outside DST', () => {
  const paris = rulesOf('Europe/Paris');
  const at = seconds('2026-11-23T05:00Z');
  assert.equal(instantOf(paris.previous(at)), '2026-10-25T01:00:00Z');
  assert.equal(instantOf(paris.next(at)), '2027-03-28T01:00:00Z');
});

test('a transition is the previous one from its own instant on', () => {
  const paris = rulesOf('Europe/Paris');
  const at = seconds('2026-10-25T01:00Z');
  assert.equal(instantOf(paris.previous(at)), '2026-10-25T01:00:00Z');
  assert.equal(instantOf(paris.previous(at - 1)), '2026-03-29T01:00:00Z');
  assert.equal(instantOf(paris.next(at)), '2027-03-28T01:00:00Z');
  assert.equal(instantOf(paris.next(at - 1)), '2026-10-25T01:00:00Z');
});

test('a zone whose clocks never change has none', () => {
  const utc = rulesOf('UTC');
  assert.deepEqual([utc.previous(0), utc.next(0)], [null, null]);
});

test('a change of name and DST without one of the offset is a transition', () => {
  const next = rulesOf('America/Vancouver').next(seconds('2026-10-15T13:00Z'));
  assert.equal(instantOf(next), '2026-11-01T09:00:00Z');
  assert.ok(next !== null);
  const { before, after } = transitionView(next);
  assert.deepEqual([before.utcOffset, before.abbreviation, before.isDst], ['-07:00', 'PDT', true]);
  assert.deepEqual([after.utcOffset, after.abbreviation, after.isDst], ['-07:00', 'MST', false]);
});

test('lists those of a year, counted in UTC', () => {
  const ofYear = (year: number, id: string) => transitionsOfYear(year, findZone(id)).map(instantOf);
  assert.deepEqual(ofYear(2026, 'Europe/Paris'), ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z']);
  assert.deepEqual(ofYear(2026, 'Asia/Tokyo'), []);
  assert.equal(ofYear(1942, 'Europe/London').length, 2);
  assert.deepEqual(ofYear(2100, 'Europe/Paris'), ['2100-03-28T01:00:00Z', '2100-10-31T01:00:00Z']);
});

test('goes on by the recurring rules for ever, also in the south', () => {
  const sydney = rulesOf('Australia/Sydney');
  assert.equal(instantOf(sydney.next(seconds('2037-10-04T00:00Z'))), '2038-04-03T16:00:00Z');
  assert.equal(instantOf(sydney.previous(seconds('2038-01-01T00:00Z'))), '2037-10-03T16:00:00Z');
  assert.equal(instantOf(sydney.previous(seconds('9999-12-31T00:00Z'))), '9999-10-02T16:00:00Z');
  assert.equal(sydney.typeAt(seconds('4000-01-15T00:00Z')).abbreviation, 'AEDT');
  assert.equal(sydney.typeAt(seconds('4000-07-15T00:00Z')).abbreviation, 'AEST');
});

test('keeps the dates that are fixed beyond 2037, and the recurring rules after them', () => {
  const gaza = rulesOf('Asia/Gaza');
  // Palestine's summer pauses for Ramadan, as far as that is computed: until 2086.
  const in2050 = transitionsOfYear(2050, findZone('Asia/Gaza'));
  assert.ok(in2050.length > 2, `${in2050.length}`);
  assert.equal(transitionsOfYear(2090, findZone('Asia/Gaza')).length, 2);
  assert.equal(gaza.posixTz(seconds('2026-11-28T00:00Z')), null);
});
