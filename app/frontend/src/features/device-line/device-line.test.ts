import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deviceLine } from './device-line.ts';

test('a device within the bound stands in the bar, and one beyond it beside', () => {
  assert.deepEqual(deviceLine({ offsetMs: 2, boundMs: 8 }), {
    verdict: 'inside',
    reachMs: 10,
    bar: 0.8,
    dot: 0.2,
  });
  assert.equal(deviceLine({ offsetMs: 30, boundMs: 8 }).verdict, 'near');
  const wrong = deviceLine({ offsetMs: -83_000, boundMs: 8 });
  assert.deepEqual([wrong.verdict, wrong.reachMs, wrong.dot], ['outside', 200_000, -0.415]);
  assert.equal(wrong.bar, 0.01);
});

test('everything is on the line', () => {
  const offsets = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  const bounds = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(offsets, bounds, (offsetMs, boundMs) => {
      const { bar, dot } = deviceLine({ offsetMs, boundMs });
      return bar <= 1 && Math.abs(dot) <= 1;
    }),
  );
});
