import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState } from './clock-state.ts';
import { nextDelayMs } from './pacing.ts';

const NEW = initialState({ stepMs: 0, hostRateError: 0, utcRateError: 0 });

test('a new clock is sampled in a burst', () => {
  assert.equal(nextDelayMs({ ...NEW, agreeing: 7 }, 0, 0), 200);
});

test('a known clock is asked every four seconds', () => {
  assert.equal(nextDelayMs({ ...NEW, agreeing: 8 }, 0, 0), 4_000);
});

test('failures back off exponentially up to fifteen seconds', () => {
  const delays = [1, 2, 3, 4, 5, 40].map((failures) => nextDelayMs(NEW, failures, 1));
  assert.deepEqual(delays, [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

test('retries are spread over half of their delay', () => {
  assert.equal(nextDelayMs(NEW, 1, 0), 500);
});

test('contradictions back off exponentially up to five minutes', () => {
  const delays = [1, 2, 3, 60].map((contradictions) =>
    nextDelayMs({ ...NEW, contradictions }, 0, 1),
  );
  assert.deepEqual(delays, [1_000, 2_000, 4_000, 300_000]);
});
