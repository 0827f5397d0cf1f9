import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionLimit } from './connection-limit.ts';

const MIB = 2 ** 20;

test('follows the memory where descriptors are plenty', () => {
  assert.equal(connectionLimit(1_048_576, 256 * MIB), 10_737);
});

test('follows the descriptors, less those for everything else', () => {
  assert.equal(connectionLimit(1024, 8192 * MIB), 984);
});

test('leaves a few connections, however little there is', () => {
  assert.equal(connectionLimit(32, 256 * MIB), 8);
});

test('reads the limits of this process', () => {
  assert.ok(connectionLimit() > 8);
});
