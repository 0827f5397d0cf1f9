import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HOST_EPOCH_NS } from './fake-host.fixture.ts';
import { STAMP_STEP_NS } from './realtime-clock.ts';
import { utcNow } from './utc-now.ts';

test('is the middle of the interval, whose late end pays for the step of the stamp', () => {
  const offset = { minNs: -1_000_000n, maxNs: 3_000_000n };
  assert.deepEqual(utcNow({ hostNs: HOST_EPOCH_NS, offset }), {
    nowNs: HOST_EPOCH_NS + 1_000_000n + STAMP_STEP_NS / 2n,
    interval: {
      earliestNs: HOST_EPOCH_NS - 1_000_000n,
      latestNs: HOST_EPOCH_NS + STAMP_STEP_NS + 3_000_000n,
      boundNs: 2_000_000n + STAMP_STEP_NS / 2n,
    },
  });
});

test("is the host clock's reading when there is no interval", () => {
  const reading = { hostNs: HOST_EPOCH_NS, offset: null };
  assert.deepEqual(utcNow(reading), { nowNs: HOST_EPOCH_NS, interval: null });
});

test('always lies in its interval, no further from either end than the bound', () => {
  const nanoseconds = fc.bigInt(-60_000_000_000n, 60_000_000_000n);
  fc.assert(
    fc.property(nanoseconds, nanoseconds, (a, b) => {
      const offset = a < b ? { minNs: a, maxNs: b } : { minNs: b, maxNs: a };
      const { nowNs, interval } = utcNow({ hostNs: HOST_EPOCH_NS, offset });
      assert.ok(interval !== null);
      const { earliestNs, latestNs, boundNs } = interval;
      assert.ok(earliestNs <= nowNs && nowNs <= latestNs);
      assert.ok(nowNs - earliestNs <= boundNs && latestNs - nowNs <= boundNs);
      assert.ok(boundNs * 2n - (latestNs - earliestNs) <= 1n);
    }),
  );
});
