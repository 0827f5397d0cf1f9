import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DigitHold, holdDigits } from './digit-hold.ts';

/** Runs a list of [moment in ms, supported digits] and tells what is shown at each. */
function shown(moments: readonly (readonly [number, number])[]): number[] {
  let hold: DigitHold | null = null;
  return moments.map(([atMs, supported]) => {
    hold = holdDigits(hold, supported, atMs);
    return hold.digits;
  });
}

test('digits are gained at once while none was lost', () => {
  assert.deepEqual(
    shown([
      [0, 6],
      [200, 8],
      [400, 9],
    ]),
    [6, 8, 9],
  );
});

test('an unsupported digit goes at once', () => {
  assert.deepEqual(
    shown([
      [0, 9],
      [100, 8],
      [200, 6],
    ]),
    [9, 8, 6],
  );
});

test('a lost digit comes back after ten seconds of support', () => {
  assert.deepEqual(
    shown([
      [0, 9],
      [1_000, 8],
      [2_000, 9],
      [10_900, 9],
      [11_000, 9],
    ]),
    [9, 8, 8, 8, 9],
  );
});

test('a digit that comes and goes stays away', () => {
  const breathing = Array.from(
    { length: 40 },
    (_, second) => [second * 1_000, second % 4 ? 8 : 9] as const,
  );
  assert.deepEqual(new Set(shown(breathing).slice(1)), new Set([8]));
});
