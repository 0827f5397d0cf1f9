import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Shown, slew, type TimeReading } from './display.ts';
import { estimateWithin } from './estimate.ts';

function reading(estimateMs: number, scale: TimeReading['scale'] = 'host'): TimeReading {
  const bounds = { earliestMs: estimateMs - 1, latestMs: estimateMs + 1 };
  return { ...estimateWithin(estimateMs, bounds), scale };
}

test('the first reading is shown as it is', () => {
  assert.equal(slew(null, 0, reading(5)).reading.estimateMs, 5);
});

test('a better estimate is approached by a tenth of the time passed', () => {
  const before: Shown = { atMs: 0, reading: reading(1_000) };
  assert.equal(slew(before, 100, reading(1_100 + 50)).reading.estimateMs, 1_110);
  assert.equal(slew(before, 100, reading(1_100 - 50)).reading.estimateMs, 1_090);
});

test('the bound covers what is still to go', () => {
  const before: Shown = { atMs: 0, reading: reading(1_000) };
  assert.equal(slew(before, 100, reading(1_150)).reading.boundMs, 41);
});

test('a step of a second or more is shown at once', () => {
  const before: Shown = { atMs: 0, reading: reading(10_000) };
  assert.equal(slew(before, 100, reading(100)).reading.estimateMs, 100);
});

test('another scale is shown at once', () => {
  const before: Shown = { atMs: 0, reading: reading(1_000, 'host') };
  assert.equal(slew(before, 100, reading(1_150, 'utc')).reading.estimateMs, 1_150);
});

test('what is shown never runs backwards and its bound holds the truth, whatever the estimates', () => {
  const step = fc.record({
    elapsedMs: fc.double({ min: 0, max: 5_000, noNaN: true }),
    errorMs: fc.double({ min: -499, max: 499, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 50 }), (steps) => {
      let shown = null as Shown | null;
      let atMs = 0;
      for (const { elapsedMs, errorMs } of steps) {
        atMs += elapsedMs;
        const before = shown?.reading.estimateMs;
        const estimate = reading(10_000 + atMs + errorMs);
        shown = slew(shown, atMs, estimate);
        const { estimateMs, boundMs } = shown.reading;
        assert.ok(before === undefined || estimateMs >= before);
        assert.ok(estimateMs - boundMs <= estimate.earliestMs + 1e-9);
        assert.ok(estimateMs + boundMs >= estimate.latestMs - 1e-9);
      }
    }),
  );
});
