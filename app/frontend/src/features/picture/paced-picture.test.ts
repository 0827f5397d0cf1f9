import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sample, SyncedClock, SyncedClockState } from '@dataiku-assessment/clock-sync';
import { sampleWith } from '../../lib/sample.fixture.ts';
import { pacePicture } from './paced-picture.ts';

const EPOCH_MS = 1_795_410_422_000;

function sample(receivedAtMs: number): Sample {
  const nowMs = EPOCH_MS + receivedAtMs;
  return sampleWith({ receivedAtMs, host: { earliestMs: nowMs - 1, latestMs: nowMs + 1 } });
}

/** A clock that knows the time to within 1 ms, and 100 ppm worse before and after. */
function setUp() {
  const moment = { ms: 0 };
  let state: SyncedClockState = {
    connection: 'online',
    error: null,
    server: { status: 'unknown', reason: null, source: 'none', authenticated: null, clockId: 'a' },
    samples: [],
    lastReset: null,
  };
  const toServer = (atMs = moment.ms) => ({
    estimateMs: EPOCH_MS + atMs,
    earliestMs: 0,
    latestMs: 0,
    boundMs: 1 + Math.abs(atMs - moment.ms) * 1e-4,
  });
  const clock = {
    getState: () => state,
    now: () => ({ ...toServer(), scale: 'host' }),
    toServer,
  } as Partial<SyncedClock> as SyncedClock;
  const frame = { reading: null, rate: 1, digits: 0, deviceOffset: null, measuredMs: null };
  const tick = () => {
    for (const listener of listeners) listener();
  };
  const listeners: (() => void)[] = [];
  const ticker = {
    getFrame: () => ({ ...frame, atMs: moment.ms }),
    subscribe: (listener: () => void) => {
      listeners.push(listener);
      return () => {};
    },
  };
  const exchange = () => {
    state = { ...state, samples: [...state.samples, sample(moment.ms)] };
  };
  return { moment, exchange, tick, paced: pacePicture(clock, ticker) };
}

test('exchanges show at most once a second, and the last one in the end', () => {
  const { moment, exchange, tick, paced } = setUp();
  const counts: number[] = [];
  for (moment.ms of [0, 400, 800, 1_000, 1_500, 2_000]) {
    if (moment.ms < 1_000) exchange();
    tick();
    counts.push(paced.getPicture().samples.length);
  }
  assert.deepEqual(counts, [1, 1, 1, 3, 3, 3]);
});

test('a picture stays the same one until an exchange came', () => {
  const { moment, exchange, tick, paced } = setUp();
  exchange();
  tick();
  const before = paced.getPicture();
  moment.ms = 60_000;
  tick();
  assert.equal(paced.getPicture(), before);
});

test('the growth of the bound is read off the clock, and the drawing outlasts the last exchange', () => {
  const { moment, exchange, tick, paced } = setUp();
  exchange();
  moment.ms = 10_000;
  exchange();
  tick();
  const picture = paced.getPicture();
  assert.equal(picture.untilMs, 10_400);
  const [first] = picture.known;
  assert.equal(first?.to.latestMs.toFixed(6), '2.000000');
  assert.equal(picture.timeOf(0), EPOCH_MS);
});
