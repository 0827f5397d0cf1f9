import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreeingSources } from './agreeing-sources.ts';
import type { Bound, NoBound, Reading } from './clock-source.ts';
import { boundWith, fakeSource, HOST_MONOTONIC_NS } from './fake-host.fixture.ts';

const MS = 1_000_000n;

function ntpBound(facts: Partial<Bound> = {}): Bound {
  const own = { source: 'ntp', driftPpm: 50, taiOffsetSeconds: null } as const;
  return boundWith({ ...own, minNs: 2n * MS, maxNs: 9n * MS, ...facts });
}

function readingOf(kernel: Reading, ntp: Reading): Reading {
  return agreeingSources(fakeSource(kernel), fakeSource(ntp)).read();
}

const UNSYNCHRONIZED: NoBound = { kind: 'unsynchronized', source: 'kernel', reason: 'nobody' };
const LOST: NoBound = { kind: 'unknown', source: 'ntp', reason: 'silence' };
const NO_MAJORITY: NoBound = { kind: 'contradictory', source: 'ntp', reason: 'one against one' };

test('where both give a bound, UTC lies in both', () => {
  assert.deepEqual(readingOf(boundWith(), ntpBound()), {
    kind: 'bound',
    source: 'kernel+ntp',
    minNs: 2n * MS,
    maxNs: 3n * MS,
    readAtNs: HOST_MONOTONIC_NS,
    driftPpm: 50,
    leap: 'none',
    taiOffsetSeconds: 37,
  });
});

test('the older of two bounds has grown by its own drift when they are compared', () => {
  const older = ntpBound({ readAtNs: HOST_MONOTONIC_NS - 10_000n * MS });
  const reading = readingOf(boundWith(), older);
  assert.ok(reading.kind === 'bound');
  assert.deepEqual([reading.minNs, reading.maxNs], [1_500_000n, 3n * MS]);
  assert.equal(reading.readAtNs, HOST_MONOTONIC_NS);
});

test('two that exclude each other are a contradiction, which names the sides and the gap', () => {
  assert.deepEqual(readingOf(boundWith(), ntpBound({ minNs: 300n * MS, maxNs: 301n * MS })), {
    kind: 'contradictory',
    source: 'kernel+ntp',
    reason:
      'the kernel and NTP exclude each other by 297.000 ms: ' +
      'the kernel says UTC − host clock is 1.000 ± 2.000 ms; ' +
      'NTP says UTC − host clock is 300.500 ± 0.500 ms',
  });
});

test('two that touch agree', () => {
  assert.equal(readingOf(boundWith(), ntpBound({ minNs: 3n * MS })).kind, 'bound');
});

test('a side that contradicts itself is a contradiction, whatever the other one says', () => {
  assert.equal(readingOf(boundWith(), NO_MAJORITY), NO_MAJORITY);
  assert.equal(readingOf(UNSYNCHRONIZED, NO_MAJORITY), NO_MAJORITY);
  assert.equal(readingOf(NO_MAJORITY, ntpBound()), NO_MAJORITY);
});

test('one bound alone is taken as it is', () => {
  assert.deepEqual(readingOf(boundWith(), LOST), boundWith());
  assert.deepEqual(readingOf(UNSYNCHRONIZED, ntpBound()), ntpBound());
});

test('a lost NTP is lost, so that its last bound holds over, though the kernel knows nothing', () => {
  const reason = 'silence; nobody';
  assert.deepEqual(readingOf(UNSYNCHRONIZED, LOST), { kind: 'unknown', source: 'ntp', reason });
});

for (const [ofKernel, ofNtp, together] of [
  ['insert', 'insert', 'insert'],
  ['insert', 'none', 'unknown'],
  ['unknown', 'delete', 'delete'],
  ['none', 'unknown', 'none'],
] as const) {
  test(`leap ${ofKernel} by the kernel and ${ofNtp} by NTP: ${together}`, () => {
    const reading = readingOf(boundWith({ leap: ofKernel }), ntpBound({ leap: ofNtp }));
    assert.equal(reading.kind === 'bound' && reading.leap, together);
  });
}
