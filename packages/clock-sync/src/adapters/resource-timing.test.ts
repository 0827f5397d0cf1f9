import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctStamps, type EntryLimits, type TimingEntry } from './resource-timing.ts';

const AROUND = { sentAtMs: 100, receivedAtMs: 120 };
const ENTRY: TimingEntry = { requestStart: 105, responseStart: 110, workerStart: 0 };
const LIMITS: EntryLimits = { trusted: 'both', stepMs: 0.01, holdMs: 1 };

test("takes the browser's own stamps next to the socket", () => {
  const stamps = correctStamps(AROUND, ENTRY, LIMITS);
  assert.deepEqual(stamps, { sentAtMs: 105, receivedAtMs: 110 });
});

for (const name of ['workerFinalSourceType', 'workerFinalRouterSource']) {
  test(`takes them too where a worker's route went to the network, as ${name} tells`, () => {
    const stamps = correctStamps(AROUND, { ...ENTRY, workerStart: 101, [name]: 'network' }, LIMITS);
    assert.deepEqual(stamps, { sentAtMs: 105, receivedAtMs: 110 });
  });
}

const refused: Record<string, TimingEntry | undefined> = {
  'that did not come': undefined,
  'of a server that does not allow its times': { ...ENTRY, requestStart: 0, responseStart: 0 },
  'that went through a service worker': { ...ENTRY, workerStart: 101 },
  'that a service worker answered': {
    ...ENTRY,
    workerStart: 101,
    workerFinalSourceType: 'fetch-event',
  },
  'that came from a cache': { ...ENTRY, workerStart: 101, workerFinalRouterSource: 'cache' },
  'with an interim answer': { ...ENTRY, firstInterimResponseStart: 106 },
  'that starts before the request was made': { ...ENTRY, requestStart: 99 },
  'that ends after the answer was read': { ...ENTRY, responseStart: 121 },
  'that ends before it starts': { ...ENTRY, responseStart: 104 },
};
for (const [what, entry] of Object.entries(refused)) {
  test(`keeps the stamps around fetch for an entry ${what}`, () => {
    assert.deepEqual(correctStamps(AROUND, entry, LIMITS), AROUND);
  });
}

test('takes the stamp of the answer alone where the other one is not proven', () => {
  const stamps = correctStamps(AROUND, ENTRY, { ...LIMITS, trusted: 'received' });
  assert.deepEqual(stamps, { sentAtMs: 100, receivedAtMs: 110 });
});

test('keeps the stamps around fetch where none is proven', () => {
  assert.deepEqual(correctStamps(AROUND, ENTRY, { ...LIMITS, trusted: 'none' }), AROUND);
});

test('keeps them when the server alone took longer than the round trip', () => {
  assert.deepEqual(correctStamps(AROUND, ENTRY, { ...LIMITS, holdMs: 5.1 }), AROUND);
});

test('keeps them when the round trip is shorter than the timer can resolve', () => {
  assert.deepEqual(correctStamps(AROUND, ENTRY, { ...LIMITS, stepMs: 5.1 }), AROUND);
});

test('allows an entry to lie outside by the step of the timer', () => {
  const stamps = correctStamps(AROUND, { ...ENTRY, requestStart: 99.995 }, LIMITS);
  assert.equal(stamps.sentAtMs, 99.995);
});
