import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaleFraction, scaleMarks } from './bound-scale.ts';
import { supportedDigits } from './clock-digits.ts';

test('the scale is logarithmic from 5 µs to 50 s', () => {
  const fractions = [0.005, 0.05, 5, 50_000].map((ms) => scaleFraction(ms).toFixed(6));
  assert.deepEqual(fractions, ['0.000000', '0.142857', '0.428571', '1.000000']);
});

test('what lies beyond an end is shown at that end', () => {
  assert.equal(scaleFraction(0), 0);
  assert.equal(scaleFraction(1e9), 1);
});

test('the band ends below the first digit that is not supported', () => {
  // Seven columns: the digits 4 to 8, and two that are never shown.
  for (const boundMs of [0.6, 3, 6, 40, 60, 400, 600, 4_000, 6_000]) {
    const column = 7 - Math.ceil(scaleFraction(boundMs) * 7);
    assert.equal(column + 4, supportedDigits(boundMs), `± ${boundMs} ms`);
  }
});

test('the lines of the scale rise and name each power of ten once', () => {
  const marks = scaleMarks();
  const fractions = marks.map(({ fraction }) => fraction);
  assert.deepEqual(
    fractions,
    fractions.toSorted((a, b) => a - b),
  );
  const units = marks.filter(({ multiple }) => multiple === 1).map(({ unitMs }) => unitMs);
  assert.deepEqual(units, [0.01, 0.1, 1, 10, 100, 1_000, 10_000]);
});
