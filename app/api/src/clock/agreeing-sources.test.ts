import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreeingSources } from './agreeing-sources.ts';
import type { NoOffset, OffsetReading, Reading } from './clock-source.ts';
import { fakeSource, HOST_MONOTONIC_NS, offsetReading } from './fake-host.fixture.ts';

const MS = 1_000_000n;

function ntpReading(facts: Partial<OffsetReading> = {}): OffsetReading {
  const own = { source: 'ntp', driftPpm: 50, taiOffsetSeconds: null } as const;
  return offsetReading({ ...own, minNs: 2n * MS, maxNs: 9n * MS, ...facts });
}

function readingOf(kernel: Reading, ntp: Reading): Reading {
  return agreeingSources(fakeSource(kernel), fakeSource(ntp)).read();
}

const UNSYNCHRONIZED: NoOffset = { kind: 'unsynchronized', source: 'kernel', reason: 'nobody' };
const LOST: NoOffset = { kind: 'unknown', source: 'ntp', reason: 'silence' };
const NO_MAJORITY: NoOffset = { kind: 'contradictory', source: 'ntp', reason: 'one against one' };

test('where both give a bound, UTC lies in both', () => {
  assert.deepEqual(readingOf(offsetReading(), ntpReading()), {
    kind: 'offset',
    source: 'kernel+ntp',
    minNs: 2n * MS,
    maxNs: 3n * MS,
    asOfNs: HOST_MONOTONIC_NS,
    driftPpm: 50,
    leap: 'none',
    taiOffsetSeconds: 37,
    authenticated: false,
  });
});

test('what authenticated servers say is not narrowed by the kernel', () => {
  const ntp = ntpReading({ authenticated: true });
  assert.deepEqual(readingOf(offsetReading(), ntp), { ...ntp, taiOffsetSeconds: 37 });
  const held = { ...ntp, lost: 'silence' };
  assert.deepEqual(readingOf(offsetReading(), held), { ...held, taiOffsetSeconds: 37 });
});

test('the kernel may contradict authenticated servers: one of the two is wrong', () => {
  const ntp = ntpReading({ authenticated: true, minNs: 300n * MS, maxNs: 301n * MS });
  assert.equal(readingOf(offsetReading(), ntp).kind, 'contradictory');
});

test('the older of two bounds has grown by its own drift when they are compared', () => {
  const older = ntpReading({ asOfNs: HOST_MONOTONIC_NS - 10_000n * MS });
  const reading = readingOf(offsetReading(), older);
  assert.ok(reading.kind === 'offset');
  assert.deepEqual([reading.minNs, reading.maxNs], [1_500_000n, 3n * MS]);
  assert.equal(reading.asOfNs, HOST_MONOTONIC_NS);
});

test('two that exclude each other are a contradiction, which names the sides and the gap', () => {
  assert.deepEqual(readingOf(offsetReading(), ntpReading({ minNs: 300n * MS, maxNs: 301n * MS })), {
    kind: 'contradictory',
    source: 'kernel+ntp',
    reason:
      'the kernel and NTP exclude each other by 297.000 ms: ' +
      'the kernel says UTC − host clock is 1.000 ± 2.000 ms; ' +
      'NTP says UTC − host clock is 300.500 ± 0.500 ms',
  });
});

test("what NTP measured of the drift counts, also above the kernel's limit", () => {
  const reading = readingOf(offsetReading(), ntpReading({ driftPpm: 1_000 }));
  assert.equal(reading.kind === 'offset' && reading.driftPpm, 1_000);
});

test('two that touch agree', () => {
  assert.equal(readingOf(offsetReading(), ntpReading({ minNs: 3n * MS })).kind, 'offset');
});

test('a side that contradicts itself is a contradiction, whatever the other one says', () => {
  assert.equal(readingOf(offsetReading(), NO_MAJORITY), NO_MAJORITY);
  assert.equal(readingOf(UNSYNCHRONIZED, NO_MAJORITY), NO_MAJORITY);
  assert.equal(readingOf(NO_MAJORITY, ntpReading()), NO_MAJORITY);
});

test('one bound alone is taken as it is', () => {
  assert.deepEqual(readingOf(offsetReading(), LOST), offsetReading());
  assert.deepEqual(readingOf(UNSYNCHRONIZED, ntpReading()), ntpReading());
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
    const reading = readingOf(offsetReading({ leap: ofKernel }), ntpReading({ leap: ofNtp }));
    assert.equal(reading.kind === 'offset' && reading.leap, together);
  });
}
