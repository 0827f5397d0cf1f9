import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tickDelayMs } from './tick-delay.ts';

/** The moments within one second at which a clock with so many digits is written. */
function momentsOfOneSecond(digits: number): number[] {
  const startMs = 1_795_410_422_000;
  const moments = [];
  for (let atMs = startMs; atMs < startMs + 1_000; atMs += tickDelayMs(atMs, digits)) {
    moments.push(atMs - startMs);
  }
  return moments;
}

test('whole seconds are written once a second', () => {
  assert.deepEqual(momentsOfOneSecond(6), [0]);
  assert.deepEqual(momentsOfOneSecond(4), [0]);
  assert.equal(tickDelayMs(1_795_410_422_250.5, 6), 749.5);
});

test('tenths are written when they change', () => {
  assert.deepEqual(momentsOfOneSecond(7), [0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
});

test('finer digits are written ten times a second, once with each tenth', () => {
  for (const digits of [8, 9]) {
    const tenths = momentsOfOneSecond(digits).map((ms) => Math.floor(ms / 100));
    assert.deepEqual(tenths, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  }
});
