import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeviceOffset, Reset, SyncedClock } from '@dataiku-assessment/clock-sync';
import { recallLastKnown } from './last-known.ts';
import { rememberLastKnown } from './remember-last-known.ts';

const WALL_MS = 1_795_410_422_000;
const DAY_MS = 86_400_000;

/** A page that was visited at `WALL_MS`, with a device an hour ahead. */
function visit() {
  let stored: string | null = null;
  const memory = {
    read: () => stored,
    write: (_key: string, value: string | null) => (stored = value),
  };
  let notify = () => {};
  let offset: DeviceOffset | null = { offsetMs: 3_600_000, boundMs: 2, scale: 'utc' };
  let lastReset: Reset | null = null;
  let connection = 'online';
  const clock = {
    subscribe: (listener: () => void) => {
      notify = listener;
      return () => {};
    },
    getState: () => ({ connection, lastReset, error: null, server: null, samples: [] }),
    deviceOffset: () => offset,
  } as unknown as SyncedClock;
  rememberLastKnown(clock, memory, () => WALL_MS);
  return {
    memory,
    breakDown(reset: Reset | null) {
      [offset, lastReset, connection] = [null, reset, 'offline'];
      notify();
    },
  };
}

test('what was known goes on by the device, a day later with its bound grown', () => {
  const { memory } = visit();
  const recalled = recallLastKnown(memory, WALL_MS + DAY_MS);
  assert.equal(recalled?.reading.estimateMs, WALL_MS + DAY_MS - 3_600_000);
  assert.equal(recalled?.measuredMs, WALL_MS - 3_600_000);
  assert.equal(recalled?.reading.boundMs.toFixed(1), String(2 + 1 + 43_200.5));
  assert.equal(recalled?.reading.scale, 'utc');
});

test('a device whose clock runs back was set: nothing is known', () => {
  const { memory } = visit();
  assert.equal(recallLastKnown(memory, WALL_MS - 1_001), null);
  assert.notEqual(recallLastKnown(memory, WALL_MS - 999), null);
});

test('a device that was set is forgotten, one that lost its connection is not', () => {
  const lost = visit();
  lost.breakDown(null);
  assert.notEqual(recallLastKnown(lost.memory, WALL_MS), null);
  const set = visit();
  set.breakDown({ atMs: 0, cause: 'device-clock-changed', partedMs: 60_000 });
  assert.equal(recallLastKnown(set.memory, WALL_MS), null);
});

test('a memory that something else wrote is no memory', () => {
  for (const text of [
    null,
    '',
    '3',
    '{}',
    '{"wallMs":1,"offsetMs":"2","boundMs":3,"scale":"utc"}',
    '{"wallMs":1,"offsetMs":2,"boundMs":3,"scale":"tai"}',
    '{"wallMs":1e13,"offsetMs":1e17,"boundMs":3,"scale":"utc"}',
    '{"wallMs":1e17,"offsetMs":1e17,"boundMs":3,"scale":"utc"}',
    '{"wallMs":1,"offsetMs":0,"boundMs":-5,"scale":"utc"}',
    '{"wallMs":1,"offsetMs":0,"boundMs":1e999,"scale":"utc"}',
  ]) {
    assert.equal(recallLastKnown({ read: () => text, write() {} }, WALL_MS), null, `${text}`);
  }
});
