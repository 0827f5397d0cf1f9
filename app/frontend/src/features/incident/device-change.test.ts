import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceOffset, Reset } from '@dataiku-assessment/clock-sync';
import { judgeDeviceChange, watchDevice } from './device-change.ts';

const HOUR_MS = 3_600_000;

const off = (offsetMs: number, scale: DeviceOffset['scale'] = 'utc'): DeviceOffset => ({
  offsetMs,
  boundMs: 5,
  scale,
});

test('a device that is as wrong as before has slept', () => {
  assert.deepEqual(judgeDeviceChange(off(1_000), off(1_029)), { kind: 'slept' });
});

test('a device that is wrong by something else was set', () => {
  assert.deepEqual(judgeDeviceChange(off(1_000), off(1_000 + HOUR_MS)), {
    kind: 'set',
    byMs: HOUR_MS,
  });
  assert.deepEqual(judgeDeviceChange(off(0), off(-31)), { kind: 'set', byMs: -31 });
});

test('against two different references nothing can be told', () => {
  assert.equal(judgeDeviceChange(off(0), off(HOUR_MS, 'host')), null);
});

test('a change is judged when the server was asked again, not before', () => {
  let lastReset: Reset | null = null;
  let deviceOffset: DeviceOffset | null = off(0);
  let notify = () => {};
  const getState = () =>
    ({ connection: 'online', error: null, server: null, samples: [], lastReset }) as const;
  const watch = watchDevice(
    { getState },
    {
      getFrame: () => ({
        reading: null,
        atMs: 0,
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
  lastReset = { atMs: 0, cause: 'device-clock-changed', gapMs: null };
  deviceOffset = null;
  notify();
  assert.equal(watch.getChange(), null);
  deviceOffset = off(HOUR_MS);
  notify();
  assert.deepEqual(watch.getChange(), { kind: 'set', byMs: HOUR_MS });
  // Another cause: what was judged before no longer explains the last one.
  lastReset = { atMs: 1, cause: 'server-clock-changed', gapMs: null };
  notify();
  assert.equal(watch.getChange(), null);
});
