import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Interval } from '../clock/interval.ts';
import { disagreementNs, falsetickers, majorityInterval } from './intersection.ts';

function interval(minNs: number, maxNs: number): Interval {
  return { minNs: BigInt(minNs), maxNs: BigInt(maxNs) };
}

test('one interval is its own majority', () => {
  assert.deepEqual(majorityInterval([interval(3, 7)]), interval(3, 7));
});

test('without an interval there is no majority', () => {
  assert.equal(majorityInterval([]), null);
});

test('two intervals must both be true: what they share', () => {
  assert.deepEqual(majorityInterval([interval(0, 10), interval(8, 20)]), interval(8, 10));
});

test('two intervals that touch share a point', () => {
  assert.deepEqual(majorityInterval([interval(0, 10), interval(10, 20)]), interval(10, 10));
});

test('two intervals that exclude each other have no majority', () => {
  const intervals = [interval(0, 10), interval(11, 20)];
  assert.equal(majorityInterval(intervals), null);
  assert.equal(disagreementNs(intervals), 1n);
});

test('a wide interval around a narrow one is no contradiction, wherever its middle is', () => {
  assert.deepEqual(majorityInterval([interval(0, 100), interval(1, 3)]), interval(1, 3));
});

test('two of three outvote the third and name it', () => {
  const intervals = [interval(0, 10), interval(300, 310), interval(2, 12)];
  const majority = majorityInterval(intervals);
  assert.deepEqual(majority, interval(2, 10));
  assert.deepEqual(falsetickers(intervals, majority), [intervals[1]]);
});

test('with three intervals one may lie within the others, so two must vouch for each end', () => {
  assert.deepEqual(
    majorityInterval([interval(0, 100), interval(10, 110), interval(49, 51)]),
    interval(10, 100),
  );
});

test('an interval that meets another of the majority is not called false', () => {
  const intervals = [interval(0, 2), interval(1, 3), interval(2, 5)];
  const majority = majorityInterval(intervals);
  assert.deepEqual(majority, interval(1, 3));
  assert.deepEqual(falsetickers(intervals, majority), []);
});

test('half of the intervals are no majority', () => {
  assert.equal(
    majorityInterval([interval(0, 1), interval(0, 1), interval(5, 6), interval(5, 6)]),
    null,
  );
});

const place = fc.integer({ min: -60, max: 60 });
const width = fc.integer({ min: 0, max: 40 });
const anyInterval = fc.tuple(place, width).map(([at, wide]) => interval(at, at + wide));
const holdsZero = fc.tuple(width, width).map(([below, above]) => interval(-below, above));

/** More true intervals (that hold 0) than others, in any order. */
const mostlyTrue = fc
  .array(anyInterval, { maxLength: 5 })
  .chain((others) =>
    fc
      .array(holdsZero, { minLength: others.length + 1, maxLength: others.length + 4 })
      .chain((honest) =>
        fc.shuffledSubarray([...others, ...honest], { minLength: others.length + honest.length }),
      ),
  );

test('when more than half of the intervals are true, the majority holds the truth', () => {
  fc.assert(
    fc.property(mostlyTrue, (intervals) => {
      const majority = majorityInterval(intervals);
      assert.ok(majority !== null && majority.minNs <= 0n && majority.maxNs >= 0n);
    }),
    { numRuns: 20_000 },
  );
});

test('whoever is called false lies, when more than half of the intervals are true', () => {
  fc.assert(
    fc.property(mostlyTrue, (intervals) => {
      const majority = majorityInterval(intervals);
      assert.ok(majority !== null);
      for (const liar of falsetickers(intervals, majority)) {
        assert.ok(liar.minNs > 0n || liar.maxNs < 0n);
      }
    }),
    { numRuns: 20_000 },
  );
});

test('each end is a point that a majority covers, and nothing beyond the ends is', () => {
  fc.assert(
    fc.property(fc.array(anyInterval, { minLength: 1, maxLength: 9 }), (intervals) => {
      const covered = places().filter((at) => isCoveredByMajority(intervals, at));
      const majority = majorityInterval(intervals);
      assert.equal(majority?.minNs, covered[0]);
      assert.equal(majority?.maxNs, covered.at(-1));
    }),
    { numRuns: 2000 },
  );
});

function places(): bigint[] {
  return Array.from({ length: 261 }, (_, index) => BigInt(index - 130));
}

function isCoveredByMajority(intervals: readonly Interval[], atNs: bigint): boolean {
  const covering = intervals.filter(({ minNs, maxNs }) => minNs <= atNs && atNs <= maxNs);
  return covering.length * 2 > intervals.length;
}
