import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sample } from '@dataiku-assessment/clock-sync';
import { historyOf, type Present } from './history.ts';

const EPOCH_MS = 1_795_410_422_000;
const PRESENT: Present = {
  atMs: 10_000,
  untilMs: 10_000,
  estimateMs: EPOCH_MS + 10_000,
  scale: 'host',
  growth: 1e-4,
  clockId: 'a',
};

/** An exchange whose answer came at `atMs` and left from −`behindMs` to +`aheadMs` possible. */
function sample(atMs: number, behindMs: number, aheadMs: number, clockId = 'a'): Sample {
  const host = { earliestMs: EPOCH_MS + atMs - behindMs, latestMs: EPOCH_MS + atMs + aheadMs };
  return { sentAtMs: 0, receivedAtMs: atMs, roundTripMs: 2, clockId, host, utc: null };
}

test('an exchange is drawn against what is known now', () => {
  const { exchanges } = historyOf([sample(4_000, 3, 1)], PRESENT);
  assert.deepEqual(exchanges, [{ atMs: 4_000, earliestMs: -3, latestMs: 1 }]);
});

test('the intersection shrinks with each exchange and grows until the next', () => {
  const { intersection } = historyOf([sample(0, 3, 1), sample(5_000, 2, 4)], PRESENT);
  assert.deepEqual(intersection, [
    { atMs: 0, earliestMs: -3, latestMs: 1 },
    { atMs: 5_000, earliestMs: -3.5, latestMs: 1.5 },
    { atMs: 5_000, earliestMs: -2, latestMs: 1.5 },
    { atMs: 10_000, earliestMs: -2.5, latestMs: 2 },
  ]);
});

test('after two that exclude each other the later one stands alone', () => {
  const { intersection } = historyOf([sample(0, 3, -2), sample(5_000, 1, 4)], PRESENT);
  assert.deepEqual(intersection[2], { atMs: 5_000, earliestMs: -1, latestMs: 4 });
});

test("of the server's clock only exchanges with that clock tell, of UTC all that bound it", () => {
  const other = { ...sample(0, 300, 300, 'b'), utc: { earliestMs: EPOCH_MS, latestMs: EPOCH_MS } };
  assert.equal(historyOf([other, sample(1, 1, 1)], PRESENT).exchanges.length, 1);
  const utc = historyOf([other, sample(1, 1, 1)], { ...PRESENT, scale: 'utc' });
  assert.deepEqual(utc.exchanges, [{ atMs: 0, earliestMs: 0, latestMs: 0 }]);
});

test('without an exchange there is nothing to draw', () => {
  assert.deepEqual(historyOf([], PRESENT), { exchanges: [], intersection: [] });
});
