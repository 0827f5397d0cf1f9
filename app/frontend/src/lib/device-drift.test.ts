import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grownByDrift } from './device-drift.ts';

test('a bound grows by 0.5 ms a second, and keeps what else is known', () => {
  assert.deepEqual(grownByDrift({ offsetMs: 3, boundMs: 1 }, 2_000), { offsetMs: 3, boundMs: 2 });
});

test('a bound never shrinks', () => {
  assert.equal(grownByDrift({ boundMs: 1 }, -1_000).boundMs, 1);
});
