import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Device } from './ports.ts';
import { isShort, partedMs, readWall } from './wall-clock.ts';

const STEP_MS = 0.01;

/** A reading of clocks that are `aheadMs` apart, after which `tookMs` passed until the second one. */
function reading(fromMs: number, aheadMs: number, tookMs = 0) {
  return { fromMs, wallMs: fromMs + aheadMs, untilMs: fromMs + tookMs };
}

/** A device that pauses between the readings of its clocks, for each of these times in turn. */
function pausingDevice(pausesMs: number[]) {
  let nowMs = 1_000;
  const clocks = {
    monotonicMs: () => nowMs,
    wallMs() {
      nowMs += pausesMs.shift() ?? 0;
      return nowMs;
    },
  };
  return clocks as Device;
}

test('reads again after a pause, and keeps the shortest reading', () => {
  assert.deepEqual(readWall(pausingDevice([500, 0])), reading(1_500, 0));
  const paused = readWall(pausingDevice(Array(20).fill(500)));
  assert.equal(isShort(paused), false);
});

test('a pause on either side of the wall clock is no step', () => {
  const before = reading(0, 0);
  assert.equal(partedMs(before, reading(10, 500, 500), STEP_MS), 0);
  assert.equal(partedMs(before, reading(10, 0, 500), STEP_MS), 0);
  assert.equal(partedMs(reading(0, 500, 500), reading(510, 0), STEP_MS), 0);
});

for (const aheadMs of [-19, 19]) {
  test(`a step of ${aheadMs} ms is noticed when both readings are short`, () => {
    assert.notEqual(partedMs(reading(0, 0, 1), reading(10, aheadMs, 1), STEP_MS), 0);
  });
}

test('says by how much the clocks surely parted', () => {
  assert.equal(partedMs(reading(0, 0), reading(10, 530, 500), STEP_MS), 30);
  assert.equal(partedMs(reading(0, 0), reading(10, -30, 500), STEP_MS), -30);
});

test('a clock that is slewed by 500 ppm has not stepped, whenever it is read', () => {
  for (const minutes of [1, 0.1]) {
    const spanMs = minutes * 60_000;
    assert.equal(partedMs(reading(0, 0), reading(spanMs, spanMs * 500e-6), STEP_MS), 0);
  }
});
