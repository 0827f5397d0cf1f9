import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DRIFT_CHANGE_PPM } from './measured-drift.ts';
import { type Sample, sampleAt } from './sample.ts';
import { type Conflict, type ServerSamples, withSample } from './server-samples.ts';

const SECOND_NS = 1_000_000_000n;
const US = 1_000n;

function sample(minNs: bigint, maxNs: bigint, facts: Partial<Sample> = {}): Sample {
  return { baseNs: 0n, minNs, maxNs, asOfNs: 0n, leap: 'none', ...facts };
}

/** What is kept after these samples of one server, and each conflict on the way. */
function after(...samples: readonly Sample[]): ServerSamples & { conflicts: (Conflict | null)[] } {
  let kept: ServerSamples | null = null;
  const conflicts: (Conflict | null)[] = [];
  for (const one of samples) {
    const { conflict, ...next } = withSample(kept, one);
    conflicts.push(conflict);
    kept = next;
  }
  assert.ok(kept !== null);
  return { ...(kept as ServerSamples), conflicts };
}

/** Exchanges with a true server each 64 s, ± 100 µs, over a host clock with this drift. */
function drifting(driftPpm: number, exchanges: number, from = 0): Sample[] {
  return Array.from({ length: exchanges }, (_, i) => {
    const atSeconds = BigInt(from + i) * 64n;
    const offsetNs = BigInt(driftPpm) * atSeconds * US;
    return sample(offsetNs - 100n * US, offsetNs + 100n * US, { asOfNs: atSeconds * SECOND_NS });
  });
}

test("the first sample is taken as it is, and grows by the kernel's limit", () => {
  const { sample: first, conflicts } = after(sample(-5n, 5n));
  assert.deepEqual(first, { ...sample(-5n, 5n), driftPpm: 500 });
  assert.deepEqual(conflicts, [null]);
});

test('samples are intersected, each from its own side', () => {
  const { sample: both } = after(sample(-5n, 9n), sample(-8n, 3n));
  assert.deepEqual([both.minNs, both.maxNs], [-5n, 3n]);
});

test('an older sample has grown by its drift limit', () => {
  const newest = sample(-SECOND_NS, SECOND_NS, { asOfNs: 64n * SECOND_NS });
  const { sample: both } = after(sample(0n, 0n), newest);
  assert.deepEqual([both.minNs, both.maxNs], [-32_000_000n, 32_000_000n]);
  assert.equal(both.asOfNs, 64n * SECOND_NS);
});

for (const driftPpm of [0, 20, -100, 200, 449]) {
  test(`a drift of ${driftPpm} ppm is measured, and the limit follows it`, () => {
    const { sample: known, conflicts } = after(...drifting(driftPpm, 20));
    assert.ok(conflicts.every((conflict) => conflict === null));
    const limit = Math.abs(driftPpm) + DRIFT_CHANGE_PPM;
    assert.ok(limit <= known.driftPpm && known.driftPpm <= limit + 2, `${known.driftPpm}`);
  });
}

test('no drift is measured better than the bounds of the samples allow', () => {
  const wide = drifting(0, 2).map((one) => ({
    ...one,
    minNs: one.minNs - 15_000n * US,
    maxNs: one.maxNs + 15_000n * US,
  }));
  // ± 2 · 15.1 ms / 64 s is 472 ppm, and 50 more are over the limit.
  assert.equal(after(...wide).sample.driftPpm, 500);
});

test('a measured drift beyond the assumed limit disproves that limit', () => {
  // It contradicts itself until the assumption is wide enough for the drift to be measured.
  const { sample: known, conflicts } = after(...drifting(2_000, 20));
  assert.ok(conflicts.filter((conflict) => conflict !== null).length <= 3);
  assert.ok(known.driftPpm >= 2_000, `${known.driftPpm}`);
});

test('a sample that excludes those before it replaces them, tells the gap, and doubles the drift', () => {
  const { sample: known, conflicts } = after(sample(-5n, 5n), sample(30n, 40n));
  assert.deepEqual(conflicts, [null, { gapNs: 25n }]);
  assert.deepEqual(known, { ...sample(30n, 40n), driftPpm: 1_000 });
});

test('two measured drifts that differ by too much are a conflict as well', () => {
  const before = drifting(0, 10);
  const last = before.at(-1)?.asOfNs ?? 0n;
  const turned = drifting(200, 30).map((one) => ({ ...one, asOfNs: one.asOfNs + last }));
  const { conflicts } = after(...before, ...turned.slice(1));
  assert.ok(conflicts.some((conflict) => conflict !== null));
});

test('64 exchanges that agree pay off a contradiction', () => {
  const jump = drifting(0, 66, 1).map((one) => ({
    ...one,
    minNs: one.minNs + 900_000n * US,
    maxNs: one.maxNs + 900_000n * US,
  }));
  assert.equal(after(...drifting(0, 1), ...jump.slice(0, 64)).contradictions, 1);
  assert.equal(after(...drifting(0, 1), ...jump.slice(0, 65)).contradictions, 0);
});

test('the newest announcement of a leap second counts', () => {
  const { sample: both } = after(sample(0n, 1n), sample(0n, 1n, { leap: 'insert' }));
  assert.equal(both.leap, 'insert');
});

test('samples of another base are dropped without a conflict', () => {
  const newest = sample(100n, 200n, { baseNs: 2_000_000n });
  const { sample: known, conflicts } = after(sample(-5n, 5n), newest);
  assert.deepEqual(known, { ...newest, driftPpm: 500 });
  assert.deepEqual(conflicts, [null, null]);
});

test('small steps that add up to another base are noticed', () => {
  const small = [0n, 600_000n].map((baseNs) => sample(-5n, 5n, { baseNs }));
  assert.equal(after(...small).sample.baseNs, 0n);
  const third = sample(-1n, 1n, { baseNs: 1_200_000n });
  assert.equal(after(...small, third).sample.baseNs, 1_200_000n);
});

/** A host clock whose drift wanders within the limits that are assumed, and a server that is true. */
const fraction = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000);
const world = fc.record({
  /** The middle of the drifts that the clock has, within ± 475 ppm. */
  middlePpm: fraction.map((x) => 950 * x - 475),
  polls: fc.array(
    fc.record({
      seconds: fc.constantFrom(2, 16, 64, 128),
      /** Where the drift lies from here on: at either end of what is allowed, or anywhere. */
      drift: fc.oneof(fraction, fc.constantFrom(0, 1)),
      belowNs: fraction.map((x) => Math.round(10 ** (7 * x))),
      aboveNs: fraction.map((x) => Math.round(10 ** (7 * x))),
    }),
    { minLength: 1, maxLength: 150 },
  ),
});

test('within the assumed drift and its changes the truth never leaves the interval', () => {
  fc.assert(
    fc.property(world, ({ middlePpm, polls }) => {
      let kept: ServerSamples | null = null;
      let [truthNs, atNs] = [0, 0n];
      for (const { seconds, drift, belowNs, aboveNs } of polls) {
        truthNs += (middlePpm + (drift - 0.5) * DRIFT_CHANGE_PPM) * seconds * 1e3;
        atNs += BigInt(seconds) * SECOND_NS;
        const truth = BigInt(Math.round(truthNs));
        if (kept !== null) {
          const { minNs, maxNs } = sampleAt((kept as ServerSamples).sample, atNs);
          assert.ok(minNs <= truth + 1n && truth - 1n <= maxNs);
        }
        const proved = sample(truth - BigInt(belowNs), truth + BigInt(aboveNs), { asOfNs: atNs });
        const { conflict, ...next } = withSample(kept, proved);
        assert.equal(conflict, null);
        kept = next;
      }
    }),
    { numRuns: 2_000 },
  );
});
