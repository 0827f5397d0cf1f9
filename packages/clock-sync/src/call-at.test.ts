import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { callAt } from './call-at.ts';
import { type ExchangeFacts, exchangeWith } from './core/exchange.fixture.ts';
import type { Device } from './core/ports.ts';
import { fakeTime, settled } from './fake-time.fixture.ts';
import { followServer } from './follow-server.ts';

const EPOCH_MS = 1_795_410_422_879;
const DAY_MS = 86_400_000;

/** A clock that follows a server 1 ms away, whose time is EPOCH_MS more than the device's. */
async function follow(
  t: TestContext,
  { earlyMs = 0, ...first }: ExchangeFacts & { earlyMs?: number } = {},
) {
  const time = fakeTime(t, { earlyMs });
  const server = { answer: first as ExchangeFacts | Error, wallAheadMs: EPOCH_MS, isActive: true };
  const device: Device = {
    monotonicMs: time.nowMs,
    wallMs: () => time.nowMs() + server.wallAheadMs,
    stepMs: 0,
    random: () => 1,
    isActive: () => server.isActive,
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    onActive: () => () => {},
  };
  const clock = followServer(device, async () => {
    if (server.answer instanceof Error) throw server.answer;
    const { roundTripMs = 2 } = server.answer;
    return exchangeWith({ sentAtMs: time.nowMs() - roundTripMs, ...server.answer });
  });
  t.after(() => clock.close());
  await settled();
  return { clock, server, time, serverNowMs: () => EPOCH_MS + time.nowMs() };
}

/** A callback, and when it was called, on the device's monotonic clock. */
function recorder(nowMs: () => number) {
  const calledAtMs: number[] = [];
  return { calledAtMs, callback: () => calledAtMs.push(nowMs()) };
}

test('calls once, when the estimate reaches the instant, however early timers run', async (t) => {
  for (const earlyMs of [0, 0.9]) {
    await t.test(`timers ${earlyMs} ms early`, async (t) => {
      const { clock, time, serverNowMs } = await follow(t, { earlyMs });
      const { calledAtMs, callback } = recorder(serverNowMs);
      const instantMs = serverNowMs() + 100_000;
      callAt(clock, instantMs, callback);
      await time.pass(99_999);
      assert.deepEqual(calledAtMs, []);
      await time.pass(100_000);
      assert.equal(calledAtMs.length, 1);
      const lateMs = (calledAtMs[0] ?? Number.NaN) - instantMs;
      assert.ok(lateMs > -0.01 && lateMs <= 1.1, `${lateMs} ms late`);
    });
  }
});

test('calls soon, but not at once, when the instant has passed already', async (t) => {
  const { clock, time } = await follow(t);
  const { calledAtMs, callback } = recorder(time.nowMs);
  callAt(clock, 0, callback);
  assert.deepEqual(calledAtMs, []);
  await time.pass(1);
  assert.equal(calledAtMs.length, 1);
});

test('waits for longer than a timer can', async (t) => {
  const { clock, server, time, serverNowMs } = await follow(t);
  server.isActive = false;
  const { calledAtMs, callback } = recorder(time.nowMs);
  callAt(clock, serverNowMs() + 30 * DAY_MS, callback);
  await time.pass(30 * DAY_MS - 1);
  assert.deepEqual(calledAtMs, []);
  await time.pass(2);
  assert.equal(calledAtMs.length, 1);
});

test('aims anew when an exchange moves the estimate', async (t) => {
  const { clock, server, time, serverNowMs } = await follow(t, {
    roundTripMs: 2_000,
    hostAheadMs: 500,
  });
  const { calledAtMs, callback } = recorder(serverNowMs);
  const instantMs = serverNowMs() + 1_000;
  callAt(clock, instantMs, callback);
  server.answer = { hostAheadMs: 0 };
  await time.pass(999);
  assert.deepEqual(calledAtMs, []);
  await time.pass(DAY_MS / 24);
  assert.equal(calledAtMs.length, 1);
  assert.ok((calledAtMs[0] ?? Number.NaN) < instantMs + 4);
});

test('waits on request until the instant has surely passed, as compare() tells it', async (t) => {
  const { clock, server, time, serverNowMs } = await follow(t, { utcMinusHostMs: [-40, 60] });
  server.isActive = false;
  const told: unknown[] = [];
  const instantMs = serverNowMs() + 1_000;
  callAt(clock, instantMs, () => told.push(clock.compare(instantMs)), { surely: true });
  await time.pass(1_039);
  assert.deepEqual(told, []);
  await time.pass(5);
  assert.deepEqual(told, ['passed']);
});

test('goes by the clock that is asked for, and else by that of now()', async (t) => {
  const { clock, time, serverNowMs } = await follow(t, { utcMinusHostMs: [300, 302] });
  const order: string[] = [];
  const instantMs = serverNowMs() + 1_000;
  callAt(clock, instantMs, () => order.push('host'), { scale: 'host' });
  callAt(clock, instantMs + 1, () => order.push('utc'), { scale: 'utc' });
  callAt(clock, instantMs, () => order.push('now'));
  await time.pass(800);
  assert.deepEqual(order, ['now', 'utc']);
  await time.pass(300);
  assert.deepEqual(order, ['now', 'utc', 'host']);
});

test('without UTC it goes by the host clock, and nothing is surely reached but on its scale', async (t) => {
  const { clock, time, serverNowMs } = await follow(t, { utcMinusHostMs: null });
  const order: string[] = [];
  const instantMs = serverNowMs() + 1_000;
  callAt(clock, instantMs, () => order.push('now'));
  callAt(clock, instantMs, () => order.push('surely UTC'), { surely: true });
  callAt(clock, instantMs, () => order.push('surely host'), { surely: true, scale: 'host' });
  await time.pass(60_000);
  assert.deepEqual(order, ['now', 'surely host']);
});

test('makes no call while nothing is known, such as after a sleep of the device', async (t) => {
  const { clock, server, time, serverNowMs } = await follow(t, {});
  const { calledAtMs, callback } = recorder(time.nowMs);
  callAt(clock, serverNowMs() + 10_000, callback);
  server.answer = new Error('no network');
  server.wallAheadMs += 3_600_000;
  await time.pass(60_000);
  assert.equal(clock.now(), null);
  assert.deepEqual(calledAtMs, []);
  server.answer = {};
  await time.pass(15_002);
  assert.equal(calledAtMs.length, 1);
});

test('is over when it is cancelled, when the clock is closed, and where it was closed before', async (t) => {
  const { clock, server, time } = await follow(t);
  const { calledAtMs, callback } = recorder(time.nowMs);
  callAt(clock, 0, callback)();
  callAt(clock, 0, callback);
  clock.close();
  callAt(clock, 0, callback)();
  server.answer = {};
  assert.equal(time.pending(), 0);
  await time.pass(DAY_MS);
  assert.deepEqual(calledAtMs, []);
});

test('is over when a listener closes the clock on the very news that the aim is taken from', async (t) => {
  const { clock, server, time } = await follow(t);
  const { calledAtMs, callback } = recorder(time.nowMs);
  clock.subscribe(() => clock.close());
  callAt(clock, 0, callback);
  server.wallAheadMs += 3_600_000;
  await time.pass(DAY_MS);
  assert.deepEqual(calledAtMs, []);
  assert.equal(time.pending(), 0);
});

test('a callback that throws is heard of, and neither the clock nor another call suffers', async (t) => {
  const { clock, server, time } = await follow(t);
  server.isActive = false;
  const fault = new Error('a fault of the page');
  const { calledAtMs, callback } = recorder(time.nowMs);
  callAt(clock, 0, () => {
    throw fault;
  });
  callAt(clock, 0, callback);
  // A timer's callback is on its own: what it throws is the process's own uncaught exception.
  await assert.rejects(time.pass(60_000), fault);
  await time.pass(60_000);
  assert.equal(calledAtMs.length, 1);
  assert.equal(clock.getState().connection, 'online');
  assert.equal(time.pending(), 0);
});

test('refuses an instant that is no finite number', async (t) => {
  const { clock } = await follow(t);
  for (const instantMs of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => callAt(clock, instantMs, () => {}), {
      name: 'RangeError',
      message: `instantMs is ${instantMs}, but must be a finite number of ms since 1970`,
    });
  }
});
