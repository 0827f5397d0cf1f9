import assert from 'node:assert/strict';
import { test } from 'node:test';
import { medianMs, roundTripBars } from './round-trip-bars.ts';

test('round trips of about the same length share a bar', () => {
  // 1 ms lies 2.3 decades above 5 µs.
  assert.deepEqual(roundTripBars([1, 1.1, 30]), [
    { index: 11, count: 2 },
    { index: 18, count: 1 },
  ]);
});

test('what is shorter or longer than the scale is counted at its ends', () => {
  assert.deepEqual(roundTripBars([0, 1e9]), [
    { index: 0, count: 1 },
    { index: 34, count: 1 },
  ]);
});

test('the median is one that was measured', () => {
  assert.equal(medianMs([3, 1, 2]), 2);
  assert.equal(medianMs([]), null);
});
