import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Claim, disagreementNs, falsetickers, majorityRange } from './intersection.ts';

function claim(minNs: number, maxNs: number): Claim {
  return { minNs: BigInt(minNs), maxNs: BigInt(maxNs) };
}

test('one claim is believed as it is', () => {
  assert.deepEqual(majorityRange([claim(3, 7)]), claim(3, 7));
});

test('nothing is known without a claim', () => {
  assert.equal(majorityRange([]), null);
});

test('two claims must both be true: what they share', () => {
  assert.deepEqual(majorityRange([claim(0, 10), claim(8, 20)]), claim(8, 10));
});

test('two claims that touch share a point', () => {
  assert.deepEqual(majorityRange([claim(0, 10), claim(10, 20)]), claim(10, 10));
});

test('two claims that exclude each other have no majority', () => {
  const claims = [claim(0, 10), claim(11, 20)];
  assert.equal(majorityRange(claims), null);
  assert.equal(disagreementNs(claims), 1n);
});

test('a wide claim around a narrow one is no contradiction, wherever its middle is', () => {
  assert.deepEqual(majorityRange([claim(0, 100), claim(1, 3)]), claim(1, 3));
});

test('two of three outvote the third and name it', () => {
  const claims = [claim(0, 10), claim(300, 310), claim(2, 12)];
  const range = majorityRange(claims);
  assert.deepEqual(range, claim(2, 10));
  assert.deepEqual(falsetickers(claims, range), [claims[1]]);
});

test('with three claims one may lie within the others, so two must vouch for each end', () => {
  assert.deepEqual(majorityRange([claim(0, 100), claim(10, 110), claim(49, 51)]), claim(10, 100));
});

test('a claim that meets another of the majority is not called false', () => {
  const claims = [claim(0, 2), claim(1, 3), claim(2, 5)];
  const range = majorityRange(claims);
  assert.deepEqual(range, claim(1, 3));
  assert.deepEqual(falsetickers(claims, range), []);
});

test('half of the claims are no majority', () => {
  assert.equal(majorityRange([claim(0, 1), claim(0, 1), claim(5, 6), claim(5, 6)]), null);
});

const place = fc.integer({ min: -60, max: 60 });
const width = fc.integer({ min: 0, max: 40 });
const anyClaim = fc.tuple(place, width).map(([at, wide]) => claim(at, at + wide));
const holdsZero = fc.tuple(width, width).map(([below, above]) => claim(-below, above));

/** More true claims (that hold 0) than others, in any order. */
const mostlyTrue = fc
  .array(anyClaim, { maxLength: 5 })
  .chain((others) =>
    fc
      .array(holdsZero, { minLength: others.length + 1, maxLength: others.length + 4 })
      .chain((honest) =>
        fc.shuffledSubarray([...others, ...honest], { minLength: others.length + honest.length }),
      ),
  );

test('when more than half of the claims are true, the range holds the truth', () => {
  fc.assert(
    fc.property(mostlyTrue, (claims) => {
      const range = majorityRange(claims);
      assert.ok(range !== null && range.minNs <= 0n && range.maxNs >= 0n);
    }),
    { numRuns: 20_000 },
  );
});

test('whoever is called false lies, when more than half of the claims are true', () => {
  fc.assert(
    fc.property(mostlyTrue, (claims) => {
      const range = majorityRange(claims);
      assert.ok(range !== null);
      for (const liar of falsetickers(claims, range)) {
        assert.ok(liar.minNs > 0n || liar.maxNs < 0n);
      }
    }),
    { numRuns: 20_000 },
  );
});

test('each end is a point that a majority covers, and nothing beyond the ends is', () => {
  fc.assert(
    fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 9 }), (claims) => {
      const covered = places().filter((at) => isCoveredByMajority(claims, at));
      const range = majorityRange(claims);
      assert.equal(range?.minNs, covered[0]);
      assert.equal(range?.maxNs, covered.at(-1));
    }),
    { numRuns: 2000 },
  );
});

function places(): bigint[] {
  return Array.from({ length: 261 }, (_, index) => BigInt(index - 130));
}

function isCoveredByMajority(claims: readonly Claim[], atNs: bigint): boolean {
  const covering = claims.filter(({ minNs, maxNs }) => minNs <= atNs && atNs <= maxNs);
  return covering.length * 2 > claims.length;
}
