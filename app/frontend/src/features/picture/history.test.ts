import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sample } from '@dataiku-assessment/clock-sync';
import { sampleWith } from '../../lib/sample.fixture.ts';
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

const around = (atMs: number, behindMs: number, aheadMs: number) => ({
  earliestMs: EPOCH_MS + atMs - behindMs,
  latestMs: EPOCH_MS + atMs + aheadMs,
});

/** An exchange whose answer came at `atMs` and left from −`behindMs` to +`aheadMs` possible. */
function sample(atMs: number, behindMs: number, aheadMs: number, facts: Partial<Sample> = {}) {
  return sampleWith({ receivedAtMs: atMs, host: around(atMs, behindMs, aheadMs), ...facts });
}

test('an exchange is drawn against what is known now', () => {
  const { exchanges } = historyOf([sample(4_000, 3, 1)], PRESENT);
  assert.deepEqual(exchanges, [{ atMs: 4_000, roundTripMs: 2, earliestMs: -3, latestMs: 1 }]);
});

test('what was known after each exchange grows until the next', () => {
  const known5 = { host: around(5_000, 2, 1.5), utc: null };
  const { known } = historyOf([sample(0, 3, 1), sample(5_000, 2, 4, { known: known5 })], PRESENT);
  assert.deepEqual(known, [
    {
      from: { atMs: 0, earliestMs: -3, latestMs: 1 },
      to: { atMs: 5_000, earliestMs: -3.5, latestMs: 1.5 },
    },
    {
      from: { atMs: 5_000, earliestMs: -2, latestMs: 1.5 },
      to: { atMs: 10_000, earliestMs: -2.5, latestMs: 2 },
    },
  ]);
});

test('while UTC was not known, nothing is drawn as known of it', () => {
  const utc = around(0, 1, 1);
  const { exchanges, known } = historyOf(
    [sample(0, 1, 1, { utc }), sample(5_000, 1, 1, { utc, known: { host: utc, utc: null } })],
    { ...PRESENT, scale: 'utc' },
  );
  assert.equal(exchanges.length, 2);
  assert.deepEqual(
    known.map(({ from, to }) => [from.atMs, to.atMs]),
    [[0, 5_000]],
  );
});

test("of the server's clock only exchanges with that clock tell, of UTC all that bound it", () => {
  const other = sample(0, 300, 300, { clockId: 'b', utc: around(0, 0, 0) });
  assert.equal(historyOf([other, sample(1, 1, 1)], PRESENT).exchanges.length, 1);
  const utc = historyOf([other, sample(1, 1, 1)], { ...PRESENT, scale: 'utc' });
  assert.deepEqual(utc.exchanges, [{ atMs: 0, roundTripMs: 2, earliestMs: 0, latestMs: 0 }]);
});

test('without an exchange there is nothing to draw', () => {
  assert.deepEqual(historyOf([], PRESENT), { exchanges: [], known: [] });
});
