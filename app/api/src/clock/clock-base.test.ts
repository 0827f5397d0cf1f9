import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameBase } from './clock-base.ts';

const BASE_NS = 1_795_000_000_000_000_000n;

test('takes bases for the same while they are less than 1 ms apart', () => {
  assert.equal(isSameBase(BASE_NS, BASE_NS + 999_999n), true);
  assert.equal(isSameBase(BASE_NS, BASE_NS - 999_999n), true);
  assert.equal(isSameBase(BASE_NS, BASE_NS + 1_000_000n), false);
  assert.equal(isSameBase(BASE_NS, BASE_NS - 1_000_000n), false);
});
