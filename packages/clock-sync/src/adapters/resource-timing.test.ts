import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctStamps, type TimingEntry } from './resource-timing.ts';

const AROUND = { sentAtMs: 100, receivedAtMs: 120 };
const ENTRY: TimingEntry = { requestStart: 105, responseStart: 110, workerStart: 0 };

test("takes the browser's own stamps next to the socket", () => {
  const stamps = correctStamps(AROUND, ENTRY, 0.01);
  assert.deepEqual(stamps, { sentAtMs: 105, receivedAtMs: 110 });
});

for (const name of ['workerFinalSourceType', 'workerFinalRouterSource']) {
  test(`takes them too where a worker's route went to the network, as ${name} tells`, () => {
    const stamps = correctStamps(AROUND, { ...ENTRY, workerStart: 101, [name]: 'network' }, 0.01);
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
    assert.deepEqual(correctStamps(AROUND, entry, 0.01), AROUND);
  });
}

test('allows an entry to lie outside by the step of the timer', () => {
  const stamps = correctStamps(AROUND, { ...ENTRY, requestStart: 99.995 }, 0.01);
  assert.equal(stamps.sentAtMs, 99.995);
});
