import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundNs, grow, intersect, middleNs } from './interval.ts';

const SECOND_NS = 1_000_000_000n;

test('grows both ends by the drift over the span, rounded outward', () => {
  const interval = { minNs: -1_000_000n, maxNs: 3_000_000n };
  assert.deepEqual(grow(interval, 0n, 500), interval);
  assert.deepEqual(grow(interval, SECOND_NS, 500), { minNs: -1_500_000n, maxNs: 3_500_000n });
  assert.deepEqual(grow(interval, SECOND_NS + 1n, 500), { minNs: -1_500_001n, maxNs: 3_500_001n });
});

test('intersects two intervals, and is empty where they exclude each other', () => {
  const interval = { minNs: -4n, maxNs: 3n };
  assert.deepEqual(intersect(interval, { minNs: -9n, maxNs: 2n }), { minNs: -4n, maxNs: 2n });
  assert.deepEqual(intersect(interval, { minNs: 5n, maxNs: 6n }), { minNs: 5n, maxNs: 3n });
});

test('rounds the bound up', () => {
  assert.deepEqual(
    [boundNs({ minNs: -1n, maxNs: 2n }), boundNs({ minNs: -1n, maxNs: 1n })],
    [2n, 1n],
  );
  assert.equal(middleNs({ minNs: -2n, maxNs: 4n }), 1n);
});
