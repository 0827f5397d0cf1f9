import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toEstimate } from './estimate.ts';

test('counting from 1970 rounds outward, never inward', () => {
  const ms = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(ms, fc.double({ min: 0, max: 10, noNaN: true }), (earliestMs, widthMs) => {
      const bounds = { earliestMs, latestMs: earliestMs + widthMs };
      const originMs = 1_795_410_422_879;
      const interval = toEstimate(bounds, originMs);
      // The subtraction is exact: both are doubles of like size.
      assert.ok(interval.earliestMs - originMs <= bounds.earliestMs);
      assert.ok(interval.latestMs - originMs >= bounds.latestMs);
      assert.ok(interval.estimateMs + interval.boundMs >= interval.latestMs);
      assert.ok(interval.estimateMs - interval.boundMs <= interval.earliestMs);
    }),
    { numRuns: 2_000 },
  );
});
