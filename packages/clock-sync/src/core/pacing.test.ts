import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeWith } from './exchange.fixture.ts';
import { nextDelayMs, type Pace } from './pacing.ts';
import { initialState, type SyncState, withExchange } from './sync-state.ts';

const NEW = initialState({
  host: { stepMs: 0, driftLimit: 100e-6, driftChange: 100e-6 },
  utc: { stepMs: 0, driftLimit: 150e-6, driftChange: 150e-6 },
});
const PACE: Pace = { targetBoundMs: 5, longestSilenceMs: 64_000 };
const NOW = { atMs: 1_600, failures: 0, isWanted: false, random: 1 };

/** A clock that has been sampled eight times over this round trip. */
function sampled(roundTripMs: number): SyncState {
  const exchanges = Array.from({ length: 8 }, (_, i) => ({ sentAtMs: 200 * i, roundTripMs }));
  return exchanges.map(exchangeWith).reduce(withExchange, NEW);
}

test('a new clock is sampled in a burst', () => {
  assert.equal(nextDelayMs({ ...sampled(2), agreeing: 7 }, PACE, NOW), 200);
});

test('an exchange that somebody waits for comes soon', () => {
  assert.equal(nextDelayMs(sampled(2), PACE, { ...NOW, isWanted: true, failures: 9 }), 200);
});

test('a known clock rests until its bound has grown to the target', () => {
  const delayMs = nextDelayMs(sampled(2), PACE, NOW);
  // (5 ms − 1 ms) / 100 ppm
  assert.ok(39_000 < delayMs && delayMs <= 40_000, `${delayMs}`);
});

test('a target that the network can never give is not chased', () => {
  const delayMs = nextDelayMs(sampled(60), PACE, NOW);
  // (30 ms × 1.25 − 30 ms) / 100 ppm is longer than the longest silence.
  assert.equal(delayMs, 64_000);
});

test('no silence is longer than the longest one', () => {
  assert.equal(nextDelayMs(sampled(2), { ...PACE, longestSilenceMs: 4_000 }, NOW), 4_000);
});

test('exchanges are at least four seconds apart, even when the target is missed', () => {
  assert.equal(nextDelayMs(sampled(2), PACE, { ...NOW, atMs: 3_600_000 }), 4_000);
});

test('failures back off exponentially up to fifteen seconds', () => {
  const delays = [1, 2, 3, 4, 5, 40].map((failures) =>
    nextDelayMs(NEW, PACE, { ...NOW, failures }),
  );
  assert.deepEqual(delays, [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

test('retries are spread over half of their delay', () => {
  assert.equal(nextDelayMs(NEW, PACE, { ...NOW, failures: 1, random: 0 }), 500);
});

test('contradictions back off exponentially', () => {
  const delays = [1, 2, 3, 8].map((contradictions) =>
    nextDelayMs({ ...NEW, contradictions }, PACE, NOW),
  );
  assert.deepEqual(delays, [1_000, 2_000, 4_000, 128_000]);
});

test('what of the pace is not asked for has its default', () => {
  assert.equal(nextDelayMs(sampled(60), {}, NOW), 64_000);
  const restMs = nextDelayMs(sampled(2), PACE, NOW);
  assert.equal(nextDelayMs(sampled(2), { targetBoundMs: undefined }, NOW), restMs);
});

test('no pace makes a clock ask more often than every four seconds, or not at all', () => {
  const delayMs = (pace: Pace) => nextDelayMs(sampled(2), pace, NOW);
  for (const longestSilenceMs of [Number.NaN, 0, -1, 500]) {
    assert.equal(delayMs({ longestSilenceMs }), 4_000, `${longestSilenceMs}`);
  }
  assert.equal(delayMs({ targetBoundMs: Number.NaN }), 4_000);
  const endless = Number.POSITIVE_INFINITY;
  assert.equal(delayMs({ targetBoundMs: endless, longestSilenceMs: endless }), 86_400_000);
});
