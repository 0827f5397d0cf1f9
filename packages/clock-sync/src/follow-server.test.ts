import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ExchangeFacts, exchangeWith } from './core/exchange.fixture.ts';
import type { Device } from './core/ports.ts';
import { followServer } from './follow-server.ts';

const EPOCH_MS = 1_795_410_422_879;

/** A device whose clocks move only when told to, and a server that answers 1 ms away from it. */
function fakeDevice() {
  let monotonicMs = 1_000;
  let wallAheadMs = EPOCH_MS;
  let active = true;
  let timer: { callback: () => void; delayMs: number } | null = null;
  let wake = () => {};
  const device: Device = {
    monotonicMs: () => monotonicMs,
    wallMs: () => monotonicMs + wallAheadMs,
    stepMs: 0,
    random: () => 1,
    isActive: () => active,
    setTimer(callback, delayMs) {
      timer = { callback, delayMs };
      return () => {
        timer = null;
      };
    },
    onActive(callback) {
      wake = callback;
      return () => {
        wake = () => {};
      };
    },
  };
  return {
    device,
    pass(ms: number) {
      monotonicMs += ms;
    },
    stepWall(ms: number) {
      wallAheadMs += ms;
    },
    setActive(value: boolean) {
      active = value;
      if (value) wake();
    },
    timerDelayMs: () => timer?.delayMs ?? null,
    /** Lets the pending timer run, and everything that it starts. */
    async runTimer() {
      const pending = timer;
      timer = null;
      assert.ok(pending !== null, 'no timer is set');
      monotonicMs += pending.delayMs;
      pending.callback();
      await settled();
    },
  };
}

/** All work that waits for promises alone is done when the next macrotask runs. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Follows a server that answers as `answers.next` says; an Error is thrown. */
async function follow(first: ExchangeFacts | Error = {}) {
  const fake = fakeDevice();
  const answers: { next: ExchangeFacts | Error; asked: number } = { next: first, asked: 0 };
  const clock = followServer(fake.device, async () => {
    answers.asked += 1;
    if (answers.next instanceof Error) throw answers.next;
    const sentAtMs = fake.device.monotonicMs();
    fake.pass(answers.next.roundTripMs ?? 2);
    return exchangeWith({ sentAtMs, ...answers.next });
  });
  await settled();
  return { clock, answers, ...fake };
}

test('knows nothing and says so until the first exchange', async () => {
  const { clock } = await follow(new Error('refused'));
  assert.equal(clock.now(), null);
  assert.equal(clock.display(), null);
  assert.equal(clock.deviceOffset(), null);
  assert.equal(clock.toServer(), null);
  assert.equal(clock.toUtc(), null);
  clock.close();
});

test("gives the host clock's time where the server can't bound UTC", async () => {
  const { clock, device } = await follow({ utcMinusHostMs: null });
  const reading = clock.now();
  assert.ok(reading !== null);
  assert.equal(reading.scale, 'host');
  const truthMs = EPOCH_MS + device.monotonicMs();
  assert.ok(reading.earliestMs <= truthMs && truthMs <= reading.latestMs);
  assert.ok(reading.boundMs < 1.01);
  clock.close();
});

test('gives UTC where the server bounds it', async () => {
  const { clock, device } = await follow({ utcMinusHostMs: [249, 251] });
  const reading = clock.now();
  assert.ok(reading !== null);
  assert.equal(reading.scale, 'utc');
  assert.ok(Math.abs(reading.estimateMs - (EPOCH_MS + device.monotonicMs() + 250)) < 0.01);
  clock.close();
});

test('a device that is ahead has a positive offset, within its bound', async () => {
  const { clock, stepWall, runTimer } = await follow();
  stepWall(3_600_000);
  await runTimer();
  const offset = clock.deviceOffset();
  assert.ok(offset !== null);
  assert.ok(Math.abs(offset.offsetMs - 3_600_000) <= offset.boundMs);
  assert.ok(offset.boundMs < 2.1);
  clock.close();
});

test("a wall clock that is rounded up, or as coarse as the timer, is covered by the offset's bound", async () => {
  for (const stepMs of [0, 16]) {
    const fake = fakeDevice();
    const device = { ...fake.device, stepMs };
    const clock = followServer(device, async () =>
      exchangeWith({ sentAtMs: device.monotonicMs() }),
    );
    await settled();
    const roundedMs = Math.max(1, stepMs);
    for (const byMs of [-roundedMs, roundedMs]) {
      device.wallMs = () => fake.device.wallMs() + byMs;
      const offset = clock.deviceOffset();
      assert.ok(offset !== null && Math.abs(offset.offsetMs) <= offset.boundMs);
      assert.equal(clock.getState().lastReset, null);
    }
    clock.close();
  }
});

test('samples in a burst, then rests, for longer once it has measured the drift', async () => {
  const { clock, runTimer, timerDelayMs } = await follow();
  for (let i = 0; i < 7; i += 1) {
    assert.equal(timerDelayMs(), 200);
    await runTimer();
  }
  assert.ok((timerDelayMs() ?? 0) >= 4_000);
  for (let i = 0; i < 30; i += 1) await runTimer();
  assert.ok((timerDelayMs() ?? 0) > 20_000);
  clock.close();
});

test('tells whether an instant has surely passed in UTC', async () => {
  const { clock, device } = await follow({ utcMinusHostMs: [-1, 1] });
  const nowMs = EPOCH_MS + device.monotonicMs();
  assert.equal(clock.compare(nowMs - 3), 'passed');
  assert.equal(clock.compare(nowMs + 3), 'ahead');
  assert.equal(clock.compare(nowMs), 'uncertain');
  clock.close();
});

test('is uncertain about every instant while UTC is not known', async () => {
  const { clock } = await follow({ utcMinusHostMs: null });
  assert.equal(clock.compare(0), 'uncertain');
  clock.close();
});

test("tells it on the server's own scale on request, whatever UTC is", async () => {
  for (const utcMinusHostMs of [null, [9_999, 10_001]] as const) {
    const { clock, device } = await follow({ utcMinusHostMs });
    const nowMs = EPOCH_MS + device.monotonicMs();
    assert.equal(clock.compare(nowMs - 3, { scale: 'host' }), 'passed');
    assert.equal(clock.compare(nowMs + 3, { scale: 'host' }), 'ahead');
    assert.equal(clock.compare(nowMs, { scale: 'host' }), 'uncertain');
    assert.equal(clock.compare(nowMs + 3), utcMinusHostMs === null ? 'uncertain' : 'passed');
    clock.close();
  }
});

test('a listener may close the clock that tells it', async (t) => {
  const thrown: unknown[] = [];
  t.mock.method(globalThis, 'queueMicrotask', (callback: () => void) => thrown.push(callback));
  const { clock, timerDelayMs } = await follow();
  clock.subscribe(() => clock.close());
  await clock.refresh();
  assert.equal(timerDelayMs(), null);
  assert.deepEqual(thrown, []);
});

test('says that it is closed before its listeners are told for the last time', async () => {
  const { clock } = await follow();
  const told: boolean[] = [];
  clock.subscribe(() => told.push(clock.closed.aborted));
  assert.equal(clock.closed.aborted, false);
  clock.close();
  assert.deepEqual(told, [true]);
});

test('waits until the bound is small enough', async () => {
  const { clock, answers, runTimer } = await follow({ roundTripMs: 100 });
  let bounded: number | null = null;
  const waiting = clock.whenBoundBelow(2).then(({ boundMs }) => {
    bounded = boundMs;
  });
  await runTimer();
  assert.equal(bounded, null);
  answers.next = {};
  await runTimer();
  await waiting;
  assert.ok(bounded !== null && bounded <= 2);
  clock.close();
});

test('a bound that is no number is waited for, and never met', async () => {
  const { clock, runTimer } = await follow();
  const waiting = clock.whenBoundBelow(Number.NaN);
  await runTimer();
  clock.close();
  await assert.rejects(waiting, { code: 'closed' });
});

test('gives up waiting for a bound when it is closed', async () => {
  const { clock } = await follow();
  const waiting = clock.whenBoundBelow(0);
  clock.close();
  await assert.rejects(waiting, { code: 'closed' });
});

test('goes offline with the reason when an exchange fails, and the bound goes on growing', async () => {
  const { clock, answers, pass, runTimer } = await follow();
  answers.next = new Error('connection refused');
  await runTimer();
  const { connection, error } = clock.getState();
  assert.equal(connection, 'offline');
  assert.equal(error?.message, 'connection refused');
  const before = clock.now();
  pass(60_000);
  const after = clock.now();
  assert.ok(before !== null && after !== null && after.boundMs > before.boundMs + 5);
  clock.close();
});

test('a transport may fail with anything, and is backed off from', async () => {
  for (const reason of ['gone', undefined, { exchange: 'broken' }]) {
    const { device, timerDelayMs } = fakeDevice();
    const clock = followServer(device, () => Promise.reject(reason));
    await settled();
    const { connection, error } = clock.getState();
    assert.equal(connection, 'offline');
    assert.ok(error instanceof Error);
    assert.equal(error.message, String(reason));
    assert.equal(timerDelayMs(), 1_000);
    clock.close();
  }
});

test('comes back online by itself', async () => {
  const { clock, answers, runTimer } = await follow(new Error('refused'));
  answers.next = {};
  await runTimer();
  assert.equal(clock.getState().connection, 'online');
  assert.equal(clock.getState().error, null);
  clock.close();
});

test('drops its samples when the wall clock and the monotonic clock part, and asks at once', async () => {
  const { clock, answers, stepWall } = await follow();
  stepWall(30_000);
  assert.equal(clock.now(), null);
  const { lastReset } = clock.getState();
  assert.ok(lastReset?.cause === 'device-clock-changed');
  assert.equal(lastReset.partedMs, 30_000);
  await settled();
  assert.equal(answers.asked, 2);
  assert.notEqual(clock.now(), null);
  clock.close();
});

test('an exchange during which the device slept is not used', async () => {
  const fake = fakeDevice();
  const clock = followServer(fake.device, async () => {
    const exchange = exchangeWith({ sentAtMs: fake.device.monotonicMs() });
    fake.stepWall(30_000);
    return exchange;
  });
  await settled();
  assert.equal(clock.now(), null);
  clock.close();
});

test('a clock that is slewed is not taken for one that stepped', async () => {
  const { clock, stepWall, pass } = await follow();
  pass(60_000);
  stepWall(30);
  assert.notEqual(clock.now(), null);
  clock.close();
});

test('a pause while the clocks of the device are read is no step, and hides none', async () => {
  const { clock, device, pass, stepWall } = await follow();
  const { wallMs } = device;
  let pauseMs = 500;
  Object.assign(device, {
    wallMs() {
      const readMs = wallMs();
      pass(pauseMs);
      return readMs;
    },
  });
  assert.ok(clock.now());
  stepWall(30);
  assert.ok(clock.now());
  assert.equal(clock.getState().lastReset, null);
  pauseMs = 0;
  assert.equal(clock.now(), null);
  assert.equal(clock.getState().lastReset?.cause, 'device-clock-changed');
  clock.close();
});

test('an hour in which nobody looked hides no sleep of a second', async () => {
  const { clock, setActive, runTimer, pass, stepWall } = await follow();
  setActive(false);
  await runTimer();
  pass(3_600_000);
  stepWall(1_500);
  assert.equal(clock.now(), null);
  assert.equal(clock.getState().lastReset?.cause, 'device-clock-changed');
  clock.close();
});

test('a hidden page asks nothing, and asks at once when shown', async () => {
  const { clock, answers, setActive, runTimer, timerDelayMs } = await follow();
  setActive(false);
  await runTimer();
  assert.equal(timerDelayMs(), null);
  const { asked } = answers;
  setActive(true);
  await settled();
  assert.equal(answers.asked, asked + 1);
  clock.close();
});

test('tells its listeners of each change, with one state object in between', async () => {
  const { clock, runTimer } = await follow();
  let calls = 0;
  const unsubscribe = clock.subscribe(() => {
    calls += 1;
  });
  const before = clock.getState();
  assert.equal(clock.getState(), before);
  await runTimer();
  assert.equal(calls, 1);
  assert.notEqual(clock.getState(), before);
  unsubscribe();
  await runTimer();
  assert.equal(calls, 1);
  clock.close();
});

test('a refresh while an exchange is under way is made up for soon after it', async () => {
  const fake = fakeDevice();
  let gate = Promise.resolve();
  const clock = followServer(fake.device, async () => {
    await gate;
    return exchangeWith({ sentAtMs: fake.device.monotonicMs() });
  });
  await settled();
  for (let i = 0; i < 7; i += 1) await fake.runTimer();
  assert.ok((fake.timerDelayMs() ?? 0) >= 4_000);

  const held = Promise.withResolvers<void>();
  gate = held.promise;
  void clock.refresh();
  void clock.refresh();
  held.resolve();
  await settled();
  assert.equal(fake.timerDelayMs(), 200);
  await fake.runTimer();
  assert.ok((fake.timerDelayMs() ?? 0) >= 4_000);
  clock.close();
});

test('a listener that throws is heard of, and neither the clock nor another listener suffers', async (t) => {
  const { clock, answers, stepWall, timerDelayMs } = await follow();
  const fault = new Error('a fault of the page');
  const thrown: (() => void)[] = [];
  t.mock.method(globalThis, 'queueMicrotask', (callback: () => void) => thrown.push(callback));
  let told = 0;
  clock.subscribe(() => {
    throw fault;
  });
  clock.subscribe(() => {
    told += 1;
  });
  await clock.refresh();
  assert.equal(told, 1);
  assert.equal(clock.getState().connection, 'online');
  assert.notEqual(timerDelayMs(), null);

  stepWall(30_000);
  assert.equal(clock.now(), null);
  assert.equal(told, 2);
  await settled();
  assert.equal(answers.asked, 3);

  const waiting = clock.whenBoundBelow(0);
  clock.close();
  await assert.rejects(waiting, { code: 'closed' });
  assert.ok(thrown.length >= 3);
  for (const callback of thrown) assert.throws(callback, fault);
});

test('a closed clock exchanges nothing more', async () => {
  const { clock, answers, timerDelayMs, setActive } = await follow();
  clock.close();
  assert.equal(timerDelayMs(), null);
  setActive(true);
  await settled();
  assert.equal(answers.asked, 1);
});

test('a moment before the device slept can not be placed any more', async () => {
  const { clock, device, pass, stepWall } = await follow({ utcMinusHostMs: [-1, 1] });
  const beforeMs = device.monotonicMs();
  pass(10);
  stepWall(3_600_000);
  await clock.refresh();
  await settled();
  assert.notEqual(clock.toUtc(), null);
  assert.equal(clock.toUtc(beforeMs), null);
  assert.equal(clock.toServer(beforeMs), null);
  clock.close();
});

test('a display is read for a moment, however late it is asked for', async () => {
  const { clock, device, pass } = await follow();
  const atMs = device.monotonicMs();
  pass(15);
  const shown = clock.display(atMs);
  assert.ok(shown !== null);
  assert.ok(Math.abs(shown.estimateMs - (EPOCH_MS + atMs)) < 0.01);
  clock.close();
});

test('a moment of the past is placed on the server as well', async () => {
  const { clock, device, pass } = await follow();
  const clickedAtMs = device.monotonicMs();
  pass(500);
  const clicked = clock.toServer(clickedAtMs);
  assert.ok(clicked !== null);
  assert.ok(Math.abs(clicked.estimateMs - (EPOCH_MS + clickedAtMs)) < 0.01);
  clock.close();
});
