import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blurOf } from './blur.ts';
import { supportedDigits } from './clock-digits.ts';

const blurAt = (boundMs: number, scale: 'utc' | 'host' = 'utc') => {
  const reading = { estimateMs: 0, earliestMs: -boundMs, latestMs: boundMs, boundMs, scale };
  return blurOf({ reading, digits: supportedDigits(boundMs) });
};

test('the first uncertain digit is blurred: thousandths at 3 ms, seconds at 510 ms', () => {
  assert.equal(blurAt(3)?.place, 8);
  assert.equal(blurAt(30)?.place, 7);
  assert.equal(blurAt(510)?.place, 5);
  assert.equal(blurAt(0.4), null);
});

test('the blur grows with the bound', () => {
  const radii = [5.1, 10, 30, 50].map((boundMs) => blurAt(boundMs)?.radius ?? 0);
  assert.deepEqual(
    radii,
    radii.toSorted((a, b) => a - b),
  );
  assert.ok(new Set(radii).size === 4 && (radii[0] ?? 0) > 0);
});

test('while UTC is unknown, no digit below a second is blurred', () => {
  const reading = { estimateMs: 0, earliestMs: 0, latestMs: 0, boundMs: 3, scale: 'host' } as const;
  assert.equal(blurOf({ reading, digits: 6 }), null);
  assert.equal(blurOf({ reading: null, digits: 0 }), null);
});
