import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median } from './median.ts';

test('the median of an odd number of values is the middle one', () => {
  assert.equal(median([9, 1, 5]), 5);
});

test('the median of an even number is the mean of the middle two', () => {
  assert.equal(median([4, 1, 2, 9]), 3);
});

test('the median of nothing is not a number', () => {
  assert.ok(Number.isNaN(median([])));
});
