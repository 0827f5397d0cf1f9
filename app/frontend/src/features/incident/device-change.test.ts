import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceOffset, Reset } from '@dataiku-assessment/clock-sync';
import type { ShownOffset } from '../../lib/ticker.ts';
import { judgeDeviceChange, watchDevice } from './device-change.ts';

const HOUR_MS = 3_600_000;

const off = (offsetMs: number, boundMs = 5, scale: DeviceOffset['scale'] = 'utc') => ({
  offsetMs,
  boundMs,
  scale,
});

test('a device that is as wrong as before has slept', () => {
  assert.deepEqual(judgeDeviceChange(off(1_000), off(1_029), HOUR_MS), { kind: 'slept' });
});

test('a device that is wrong by as much more as its clocks parted was set', () => {
  assert.deepEqual(judgeDeviceChange(off(1_000), off(1_000 + HOUR_MS), HOUR_MS), {
    kind: 'set',
    byMs: HOUR_MS,
    boundMs: 10,
  });
  assert.deepEqual(judgeDeviceChange(off(0), off(-31), -31), {
    kind: 'set',
    byMs: -31,
    boundMs: 10,
  });
});

test('what may have been either is not told, nor what was both', () => {
  assert.equal(judgeDeviceChange(off(0, 300), off(500, 300), 500), null);
  assert.equal(judgeDeviceChange(off(0), off(HOUR_MS), 3 * HOUR_MS), null);
});

test('no device sleeps backwards', () => {
  assert.equal(judgeDeviceChange(off(0, 40), off(-100, 40), -100)?.kind, 'set');
});

test('a clock that was set by less than can be told is not said to be ahead or behind', () => {
  assert.equal(judgeDeviceChange(off(0, 15), off(5, 15), -25), null);
  assert.equal(judgeDeviceChange(off(0, 15), off(-5, 15), 25), null);
});

test('against two different references nothing can be told', () => {
  assert.equal(judgeDeviceChange(off(0), off(HOUR_MS, 5, 'host'), HOUR_MS), null);
  // Nor against a host clock, which may be another one.
  const host = (ms: number) => off(ms, 5, 'host');
  assert.equal(judgeDeviceChange(host(0), host(HOUR_MS), HOUR_MS), null);
});

test('a change is judged when the server was asked again, not before', () => {
  let lastReset: Reset | null = null;
  let deviceOffset: ShownOffset | null = { ...off(0), stepMs: 1 };
  let atMs = 0;
  let notify = () => {};
  const getState = () =>
    ({ connection: 'online', error: null, server: null, samples: [], lastReset }) as const;
  const watch = watchDevice(
    { getState },
    {
      getFrame: () => ({
        reading: null,
        atMs,
        rate: 1,
        digits: 0,
        deviceOffset,
        measuredMs: null,
      }),
      subscribe: (listener) => {
        notify = listener;
        return () => {};
      },
    },
  );
  notify();
  lastReset = { atMs: 0, cause: 'device-clock-changed', partedMs: HOUR_MS };
  deviceOffset = null;
  notify();
  assert.equal(watch.getChange(), null);
  deviceOffset = { ...off(HOUR_MS), stepMs: 1 };
  notify();
  assert.deepEqual(watch.getChange(), { kind: 'set', byMs: HOUR_MS, boundMs: 10 });
  // What was known before a page was hidden is worth less by then.
  atMs = 100_000;
  lastReset = { atMs, cause: 'device-clock-changed', partedMs: HOUR_MS };
  deviceOffset = { ...off(2 * HOUR_MS), stepMs: 1 };
  notify();
  assert.deepEqual(watch.getChange(), { kind: 'set', byMs: HOUR_MS, boundMs: 60 });
  // Set back and forward again, with no answer in between: it did not sleep.
  lastReset = { atMs, cause: 'device-clock-changed', partedMs: -HOUR_MS };
  deviceOffset = null;
  notify();
  lastReset = { atMs, cause: 'device-clock-changed', partedMs: HOUR_MS };
  notify();
  deviceOffset = { ...off(2 * HOUR_MS), stepMs: 1 };
  notify();
  assert.equal(watch.getChange(), null);
  // Another cause: what was judged before no longer explains the last one.
  lastReset = { atMs: 1, cause: 'host-clock-changed' };
  notify();
  assert.equal(watch.getChange(), null);
});
