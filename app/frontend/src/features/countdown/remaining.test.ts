import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstant, remainingTo } from './remaining.ts';

const UNTIL_MS = Date.UTC(2027, 0, 1);
const DAY_MS = 86_400_000;

function shown(leftMs: number, boundMs = 1): string {
  const { state, days, clock } = remainingTo(UNTIL_MS, { estimateMs: UNTIL_MS - leftMs, boundMs });
  return `${state} ${days} ${clock}`;
}

test('what is left is counted in days and a clock, rounded up to seconds', () => {
  assert.equal(shown(2 * DAY_MS + 3_723_000), 'ahead 2 01:02:03');
  assert.equal(shown(4_999), 'ahead 0 00:00:05');
  assert.equal(shown(5_001), 'ahead 0 00:00:06');
});

test('what has passed is counted in seconds that are over', () => {
  assert.equal(shown(-999), 'passed 0 00:00:00');
  assert.equal(shown(-1_000), 'passed 0 00:00:01');
  assert.equal(shown(-DAY_MS), 'passed 1 00:00:00');
});

test('within the bound nobody can tell', () => {
  assert.match(shown(900, 1_000), /^now/);
  assert.match(shown(-900, 1_000), /^now/);
  assert.match(shown(1_001, 1_000), /^ahead/);
});

test('an instant needs a date, a time, and where that is', () => {
  assert.equal(parseInstant('2027-01-01T00:00Z'), UNTIL_MS);
  assert.equal(parseInstant('2027-01-01T01:00:00+01:00'), UNTIL_MS);
  assert.equal(parseInstant('2027-01-01T01:00:00 01:00'), UNTIL_MS);
  for (const text of ['', 'tomorrow', '2027-01-01', '2027-01-01T00:00', '2027-13-01T00:00Z']) {
    assert.equal(parseInstant(text), null, text);
  }
});
