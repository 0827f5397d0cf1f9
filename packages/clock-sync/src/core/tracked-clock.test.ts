import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeWith } from './exchange.fixture.ts';
import { exchangeInterval, intervalAt } from './growing-interval.ts';
import { type TrackedClock, type Tracking, track } from './tracked-clock.ts';

const ORIGIN_MS = 1_795_410_422_879;
const ASSUMED = { stepMs: 0, driftLimit: 500e-6, driftChange: 100e-6 };

/** Exchanges each 10 s, over a round trip of 2 ms, with a clock that gains so much on the device. */
function drifting(gain: number, exchanges: number, roundTripMs = 2) {
  return Array.from({ length: exchanges }, (_, i) => {
    const sentAtMs = 10_000 * i;
    const facts = { sentAtMs, roundTripMs, hostAheadMs: sentAtMs * gain };
    return exchangeInterval(exchangeWith(facts), ORIGIN_MS, ASSUMED);
  });
}

function trackAll(intervals: ReturnType<typeof drifting>, assumed = ASSUMED): Tracking[] {
  let known: TrackedClock | null = null;
  return intervals.map((interval) => {
    const tracking = track(known, interval, assumed);
    known = tracking.clock;
    return tracking;
  });
}

function driftLimitAfter(intervals: ReturnType<typeof drifting>): number {
  const all = trackAll(intervals);
  assert.ok(all.every(({ conflictMs }) => conflictMs === null));
  return all.at(-1)?.clock.interval.driftLimit ?? Number.NaN;
}

test('a clock that was asked once grows by the assumed drift', () => {
  assert.equal(driftLimitAfter(drifting(0, 1)), ASSUMED.driftLimit);
});

for (const gain of [0, 50e-6, -200e-6, 390e-6]) {
  test(`a drift of ${gain * 1e6} ppm is measured, and the limit follows it`, () => {
    const limit = driftLimitAfter(drifting(gain, 60));
    const least = Math.abs(gain) + ASSUMED.driftChange;
    // ± 2 · 1 ms / 590 s.
    assert.ok(least < limit && limit < least + 4e-6, `${limit}`);
  });
}

test('no drift is measured better than the round trips allow', () => {
  assert.equal(driftLimitAfter(drifting(0, 3, 40)), ASSUMED.driftLimit);
});

test('a timer of coarse steps measures less', () => {
  const coarse = trackAll(drifting(0, 60), { ...ASSUMED, stepMs: 4 }).at(-1);
  assert.ok((coarse?.clock.interval.driftLimit ?? 0) > 108e-6);
});

test('the interval grows by its measured drift from its newest exchange on', () => {
  const { interval } = trackAll(drifting(0, 60)).at(-1)?.clock ?? assert.fail();
  const width = (atMs: number) => {
    const { earliestMs, latestMs } = intervalAt(interval, atMs);
    return latestMs - earliestMs;
  };
  assert.ok(width(interval.sinceMs) < 2.01);
  const grownMs = width(interval.sinceMs + 100_000) - width(interval.sinceMs);
  assert.ok(Math.abs(grownMs - 200_000 * interval.driftLimit) < 1e-6, `${grownMs}`);
});

test('exchanges that exclude those before them are taken alone, and the gap is told', () => {
  const [first, , third] = drifting(5_000e-6, 3);
  assert.ok(first && third);
  const { clock, conflictMs } = track(track(null, first, ASSUMED).clock, third, ASSUMED);
  // 100 ms gained; 10 ms are allowed, and the two bounds cover 2 ms.
  assert.ok(conflictMs !== null && Math.abs(conflictMs - 88) < 0.1, `${conflictMs}`);
  assert.equal(clock.records.length, 1);
  assert.equal(clock.interval.driftLimit, ASSUMED.driftLimit);
});

test('two measured drifts that differ by too much exclude each other without a gap', () => {
  const turned = drifting(0, 60).map((interval, i) => {
    const gainedMs = i < 30 ? 0 : 10_000 * (i - 30) * 130e-6;
    const { earliestAt0Ms, latestAt0Ms } = interval;
    return {
      ...interval,
      earliestAt0Ms: earliestAt0Ms + gainedMs,
      latestAt0Ms: latestAt0Ms + gainedMs,
    };
  });
  const conflicts = trackAll(turned).flatMap(({ conflictMs }) => conflictMs ?? []);
  assert.deepEqual(conflicts, [0]);
});
