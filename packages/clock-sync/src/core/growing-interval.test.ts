import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeWith } from './exchange.fixture.ts';
import { exchangeInterval, gapMs, intersect, intervalAt } from './growing-interval.ts';

const ORIGIN_MS = 1_795_410_422_879;
const EXACT = { stepMs: 0, driftLimit: 0 };

function assertClose(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-5, `${actual} is not ${expected}`);
}

test('one exchange bounds the host clock by half its round trip either way', () => {
  const interval = exchangeInterval(
    exchangeWith({ sentAtMs: 100, roundTripMs: 8 }),
    ORIGIN_MS,
    EXACT,
  );
  const { earliestMs, latestMs } = intervalAt(interval, 108);
  assertClose(earliestMs, 104);
  assertClose(latestMs, 112);
});

test('the interval grows on both sides by the drift limit', () => {
  const drifting = { stepMs: 0, driftLimit: 0.001 };
  const interval = exchangeInterval(exchangeWith({ roundTripMs: 2 }), ORIGIN_MS, drifting);
  const { earliestMs, latestMs } = intervalAt(interval, 1_002);
  assertClose(earliestMs, 1 + 1_000 * 0.999);
  assertClose(latestMs, 1 + 1_002 * 1.001);
});

test('the interval grows backwards in time as well', () => {
  const drifting = { stepMs: 0, driftLimit: 0.001 };
  const interval = exchangeInterval(exchangeWith({ sentAtMs: 5_000 }), ORIGIN_MS, drifting);
  const then = intervalAt(interval, 4_002);
  const at = intervalAt(interval, 5_002);
  assertClose(then.latestMs - then.earliestMs, at.latestMs - at.earliestMs + 2);
});

test('a timer step widens the interval by itself on both sides', () => {
  const interval = exchangeInterval(exchangeWith(), ORIGIN_MS, { stepMs: 0.1, driftLimit: 0 });
  const { earliestMs, latestMs } = intervalAt(interval, 2);
  assertClose(latestMs - earliestMs, 2 + 0.2);
});

test("UTC's interval lies where the server says, not around the host clock", () => {
  const shift = { minNs: 30_000_000n, maxNs: 50_000_000n };
  const interval = exchangeInterval(exchangeWith({ roundTripMs: 2 }), ORIGIN_MS, EXACT, shift);
  const { earliestMs, latestMs } = intervalAt(interval, 2);
  assertClose(earliestMs, 1 + 30);
  assertClose(latestMs, 3 + 50);
});

test('an intersection keeps the later start and the earlier end', () => {
  const early = exchangeInterval(exchangeWith({ hostAheadMs: -0.5 }), ORIGIN_MS, EXACT);
  const late = exchangeInterval(
    exchangeWith({ hostAheadMs: 0.5, roundTripMs: 4 }),
    ORIGIN_MS,
    EXACT,
  );
  const { earliestMs, latestMs } = intervalAt(intersect(early, late), 4);
  assertClose(earliestMs, 2.5);
  assertClose(latestMs, 4.5);
});

test('the gap of two intervals that miss each other is the distance between them', () => {
  const here = exchangeInterval(exchangeWith(), ORIGIN_MS, EXACT);
  const there = exchangeInterval(exchangeWith({ hostAheadMs: 10 }), ORIGIN_MS, EXACT);
  assertClose(gapMs(intersect(here, there)), 8);
  assert.equal(gapMs(here), 0);
});
