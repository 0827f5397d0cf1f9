import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sample, ServerClock, ServerClockState } from '@dataiku-assessment/clock-sync';
import { pacePicture } from './paced-picture.ts';

const EPOCH_MS = 1_795_410_422_000;

function sample(receivedAtMs: number): Sample {
  const host = {
    earliestMs: EPOCH_MS + receivedAtMs - 1,
    latestMs: EPOCH_MS + receivedAtMs + 1,
  };
  return { sentAtMs: receivedAtMs, receivedAtMs, roundTripMs: 2, clockId: 'a', host, utc: null };
}

/** A clock that knows the time to within 1 ms, and 100 ppm worse before and after. */
function setUp() {
  const moment = { ms: 0 };
  let state: ServerClockState = {
    connection: 'online',
    error: null,
    server: { status: 'unknown', reason: null, source: 'none', clockId: 'a' },
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
  } as Partial<ServerClock> as ServerClock;
  const frame = { reading: null, rate: 1, digits: 0, deviceOffset: null, measuredMs: null };
  const ticker = {
    getFrame: () => ({ ...frame, atMs: moment.ms }),
    subscribe: () => () => {},
  };
  const exchange = () => {
    state = { ...state, samples: [...state.samples, sample(moment.ms)] };
  };
  return { moment, exchange, paced: pacePicture(clock, ticker) };
}

test('exchanges show at most once a second, and the last one in the end', () => {
  const { moment, exchange, paced } = setUp();
  const counts: number[] = [];
  for (moment.ms of [0, 400, 800, 1_000, 1_500, 2_000]) {
    if (moment.ms < 1_000) exchange();
    counts.push(paced.getPicture().samples.length);
  }
  assert.deepEqual(counts, [1, 1, 1, 3, 3, 3]);
});

test('a picture stays the same one until an exchange came', () => {
  const { moment, exchange, paced } = setUp();
  exchange();
  const before = paced.getPicture();
  moment.ms = 60_000;
  assert.equal(paced.getPicture(), before);
});

test('the growth of the bound is read off the clock, and the drawing outlasts the last exchange', () => {
  const { moment, exchange, paced } = setUp();
  exchange();
  moment.ms = 10_000;
  exchange();
  const picture = paced.getPicture();
  assert.equal(picture.untilMs, 10_400);
  const [, grown] = picture.intersection;
  assert.equal(grown?.latestMs.toFixed(6), '2.000000');
  assert.equal(picture.timeOf(0), EPOCH_MS);
});
