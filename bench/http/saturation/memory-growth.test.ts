import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeGrowth } from './memory-growth.ts';

test('memory that grows by a tenth is flat', () => {
  assert.ok(judgeGrowth(100, 110).isFlat);
});

test('memory that grows by more is not', () => {
  assert.ok(!judgeGrowth(100, 110.1).isFlat);
});

test('memory that could not be read is not', () => {
  assert.ok(!judgeGrowth(0, 0).isFlat);
});
