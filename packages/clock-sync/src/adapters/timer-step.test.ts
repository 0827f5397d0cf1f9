import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureStepMs } from './timer-step.ts';

/** A clock that moves 1 µs a reading and shows it in steps. */
function clockWithStep(stepMs: number): () => number {
  let readings = 0;
  return () => {
    readings += 1;
    return Math.floor(readings / 1_000 / stepMs) * stepMs;
  };
}

test('finds twice the step of a clock', () => {
  assert.equal(measureStepMs(clockWithStep(0.5)), 1);
  assert.equal(measureStepMs(clockWithStep(4)), 8);
});

test('takes a clock that never moves for the coarsest there is', () => {
  assert.equal(
    measureStepMs(() => 7),
    200,
  );
});
