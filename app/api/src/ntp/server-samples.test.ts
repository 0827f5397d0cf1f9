import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sample } from './sample.ts';
import { withSample } from './server-samples.ts';

const SECOND_NS = 1_000_000_000n;

function sample(minNs: bigint, maxNs: bigint, facts: Partial<Sample> = {}): Sample {
  return { baseNs: 0n, minNs, maxNs, asOfNs: 0n, leap: 'none', ...facts };
}

test('the first sample is taken as it is', () => {
  assert.deepEqual(withSample(null, sample(-5n, 5n)), {
    sample: sample(-5n, 5n),
    conflictNs: null,
  });
});

test('samples are intersected, each from its own side', () => {
  const { sample: both } = withSample(sample(-5n, 9n), sample(-8n, 3n));
  assert.deepEqual([both.minNs, both.maxNs], [-5n, 3n]);
});

test('an older sample has grown by 50 ppm of its age', () => {
  const newest = sample(-SECOND_NS, SECOND_NS, { asOfNs: 64n * SECOND_NS });
  const { sample: both } = withSample(sample(0n, 0n), newest);
  assert.deepEqual([both.minNs, both.maxNs], [-3_200_000n, 3_200_000n]);
  assert.equal(both.asOfNs, 64n * SECOND_NS);
});

test('the newest announcement of a leap second counts', () => {
  const { sample: both } = withSample(sample(0n, 1n), sample(0n, 1n, { leap: 'insert' }));
  assert.equal(both.leap, 'insert');
});

test('samples of another base are dropped without a conflict', () => {
  const newest = sample(100n, 200n, { baseNs: 2_000_000n });
  assert.deepEqual(withSample(sample(-5n, 5n), newest), { sample: newest, conflictNs: null });
});

test('small steps that add up to another base are noticed', () => {
  const first = withSample(null, sample(-5n, 5n)).sample;
  const second = withSample(first, sample(-5n, 5n, { baseNs: 600_000n })).sample;
  const third = withSample(second, sample(-1n, 1n, { baseNs: 1_200_000n })).sample;
  assert.equal(second.baseNs, 0n);
  assert.equal(third.baseNs, 1_200_000n);
});

test('a sample that excludes those before it replaces them, and the gap is told', () => {
  const newest = sample(30n, 40n);
  assert.deepEqual(withSample(sample(-5n, 5n), newest), { sample: newest, conflictNs: 25n });
});
