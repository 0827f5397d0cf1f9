import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remainingTo, stateOf } from './remaining.ts';

const UNTIL_MS = Date.UTC(2027, 0, 1);
const DAY_MS = 86_400_000;

const DIGITS = { known: 9, toMinutes: 4 };

const readingAt = (leftMs: number, boundMs = 1) => ({
  estimateMs: UNTIL_MS - leftMs,
  boundMs,
  earliestMs: UNTIL_MS - leftMs - boundMs,
  latestMs: UNTIL_MS - leftMs + boundMs,
  scale: 'utc' as const,
});

function shown(leftMs: number, digits = DIGITS.known): string {
  const { days, clock } = remainingTo(UNTIL_MS, { reading: readingAt(leftMs), digits });
  return `${days} ${clock}`;
}

test('what is left is counted in days and a clock, rounded up to seconds', () => {
  assert.equal(shown(2 * DAY_MS + 3_723_000), '2 01:02:03');
  assert.equal(shown(4_999), '0 00:00:05');
  assert.equal(shown(5_001), '0 00:00:06');
});

test('what has passed is counted in seconds that are over', () => {
  assert.equal(shown(-999), '0 00:00:00');
  assert.equal(shown(-1_000), '0 00:00:01');
  assert.equal(shown(-DAY_MS), '1 00:00:00');
});

test('what the reading does not support is not counted', () => {
  assert.equal(shown(2 * DAY_MS + 3_723_000, DIGITS.toMinutes), '2 01:02:––');
  assert.equal(remainingTo(UNTIL_MS, { reading: null, digits: 0 }).clock, '––:––:––');
  assert.equal(shown(2 * DAY_MS, 0), '0 ––:––:––');
});

test('within the bound nobody can tell', () => {
  const state = (leftMs: number) => stateOf(UNTIL_MS, readingAt(leftMs, 2_000));
  assert.deepEqual([2_001, 1_900, -1_900, -2_001].map(state), ['ahead', 'now', 'now', 'passed']);
});

test('for the second in which the instant comes it is now', () => {
  const state = (leftMs: number) => stateOf(UNTIL_MS, readingAt(leftMs, 1));
  assert.deepEqual([2, 0, -999, -1_000].map(state), ['ahead', 'now', 'now', 'passed']);
});
