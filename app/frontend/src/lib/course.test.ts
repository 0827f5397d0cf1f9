import assert from 'node:assert/strict';
import { test } from 'node:test';
import { courseOf } from './course.ts';

const SECOND_MS = 1_795_410_422_000;

test('a display that is right is read again when the next second begins', () => {
  assert.deepEqual(courseOf(SECOND_MS + 250, SECOND_MS + 250.4), { rate: 1, delayMs: 750 });
  assert.deepEqual(courseOf(SECOND_MS, SECOND_MS), { rate: 1, delayMs: 1_000 });
});

test('one that is behind runs a tenth faster until it is right', () => {
  assert.deepEqual(courseOf(SECOND_MS, SECOND_MS + 30), { rate: 1.1, delayMs: 300 });
});

test('one that is ahead runs a tenth slower, and never back', () => {
  assert.deepEqual(courseOf(SECOND_MS, SECOND_MS - 30), { rate: 0.9, delayMs: 300 });
});

test('while it is corrected, a second still begins with a reading', () => {
  const { delayMs } = courseOf(SECOND_MS + 900, SECOND_MS + 700);
  assert.equal(Math.round(delayMs), 111);
});
