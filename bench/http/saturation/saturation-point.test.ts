import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saturationPoint } from './saturation-point.ts';

function steps(...throughputs: readonly number[]) {
  return throughputs.map((requestsPerSecond, i) => ({
    connections: 2 ** i,
    requestsPerSecond,
    busyShare: 1,
  }));
}

test('a server is saturated where more connections bring no more', () => {
  assert.equal(saturationPoint(steps(100, 180, 200, 201, 150)).connections, 4);
});

test('a step that is lower by chance does not end the search', () => {
  assert.equal(saturationPoint(steps(100, 90, 200, 200)).connections, 4);
});

test('a server that is idle between requests is not saturated', () => {
  const [first, ...others] = steps(200, 200, 200);
  assert.ok(first !== undefined);
  assert.equal(saturationPoint([{ ...first, busyShare: 0.9 }, ...others]).connections, 2);
});

test('throughput that grows to the end says nothing of saturation', () => {
  assert.throws(() => saturationPoint(steps(100, 200, 400)), /still grows/);
});
