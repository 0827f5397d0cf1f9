import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Frame } from '../../lib/ticker.ts';
import { startTimeSignal } from './time-signal.ts';

/** 13:31:00 UTC. */
const MINUTE_MS = Date.UTC(2026, 10, 28, 13, 31);

/** A ticker at so many ms before the minute, and an audio clock that began 7 s after the monotonic one. */
function setUp() {
  const played: { start: number; stop: number }[] = [];
  const listeners = new Set<() => void>();
  let frame = {} as Frame;
  const audio = {
    currentTime: 0,
    destination: {},
    getOutputTimestamp: () => ({ contextTime: 3, performanceTime: 10_000 }),
    createGain: () => ({ gain: {}, connect: (node: unknown) => node }),
    createOscillator() {
      const pip = { start: 0, stop: 0 };
      played.push(pip);
      return {
        frequency: {},
        connect: (node: unknown) => node,
        start: (at: number) => (pip.start = at),
        stop: (at = 0) => (pip.stop = at),
      };
    },
  } as unknown as AudioContext;
  const show = (beforeMs: number, boundMs = 3, scale: 'utc' | 'host' = 'utc', rate = 1) => {
    const estimateMs = MINUTE_MS - beforeMs;
    frame = { atMs: 20_000 - beforeMs, rate, reading: { estimateMs, boundMs, scale } } as Frame;
    for (const listener of listeners) listener();
  };
  show(30_000);
  const stop = startTimeSignal(
    {
      getFrame: () => frame,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    audio,
  );
  return { played, show, stop };
}

test('five short pips, and a long one that begins with the minute', () => {
  const { played, show } = setUp();
  show(8_000);
  assert.equal(played.length, 0);
  show(7_000);
  // The minute is 20 s on the monotonic clock, which is 13 s on the audio clock.
  assert.deepEqual(
    played.map(({ start }) => start),
    [8, 9, 10, 11, 12, 13],
  );
  const lengths = played.map(({ start, stop }) => Math.round((stop - start) * 1_000));
  assert.deepEqual(lengths, [100, 100, 100, 100, 100, 500]);
});

test('they are set up once a minute', () => {
  const { played, show } = setUp();
  for (const beforeMs of [7_000, 6_000, 5_500, 4_000, 1_000, -1_000]) show(beforeMs);
  assert.equal(played.length, 6);
});

test('there are none while the bound is 20 ms or more, or UTC is unknown', () => {
  const { played, show } = setUp();
  show(7_000, 20);
  show(7_000, 3, 'host');
  assert.equal(played.length, 0);
});

test('pips that are no longer known well enough fall silent, and so do all when it is ended', () => {
  const { played, show, stop } = setUp();
  show(7_000);
  show(6_000, 25);
  assert.deepEqual(
    played.map(({ stop }) => stop),
    [0, 0, 0, 0, 0, 0],
  );
  show(5_500);
  assert.equal(played.length, 12);
  stop();
  assert.deepEqual(
    played.slice(6).map(({ stop }) => stop),
    [0, 0, 0, 0, 0, 0],
  );
});

test('a minute that has begun to sound is not begun in its middle', () => {
  const { played, show } = setUp();
  show(4_500);
  assert.equal(played.length, 0);
});
