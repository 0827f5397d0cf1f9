import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Overload, overloadFaults } from './overload.ts';

const GOOD: Overload = {
  name: '/',
  connections: 96,
  accepted: 1_000,
  refused: 500,
  others: 0,
  broken: 0,
  hung: 0,
  p99Ms: 250,
  busyShare: 0.9,
};

test('200s within the time beside 503s are no fault', () => {
  assert.deepEqual(overloadFaults(GOOD), []);
});

const FAULTS: readonly [Partial<Overload>, RegExp][] = [
  [{ accepted: 0, p99Ms: Number.NaN }, /nothing accepted/],
  [{ p99Ms: 250.1 }, /p99/],
  [{ others: 1 }, /other than/],
  [{ broken: 1 }, /broken/],
  [{ hung: 1 }, /hang/],
  [{ busyShare: 0.89 }, /saturate/],
];
for (const [difference, fault] of FAULTS) {
  test(`${JSON.stringify(difference)} is a fault`, () => {
    const faults = overloadFaults({ ...GOOD, ...difference });
    assert.equal(faults.length, 1);
    assert.match(String(faults), fault);
  });
}
