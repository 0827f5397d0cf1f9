import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Device,
  type Exchange,
  followServer,
  type Transport,
} from '@dataiku-assessment/clock-sync/follow-server';
import { startTicker } from './ticker.ts';

const EPOCH_MS = 1_795_410_422_000;

interface Timer {
  readonly callback: () => void;
  readonly delayMs: number;
}

/** A device whose clock the test moves, with a list of the timers that wait. */
function setUp({ knowsUtc = true } = {}) {
  const moment = { ms: 0, wallAheadMs: 0, visible: true };
  /** Is told of each reading of a clock, before it. */
  const onReading = { call: () => {} };
  const monotonicMs = () => {
    onReading.call();
    return moment.ms;
  };
  const timers: Timer[] = [];
  const setTimer = (callback: () => void, delayMs: number) => {
    const timer = { callback, delayMs };
    timers.push(timer);
    return () => {
      const index = timers.indexOf(timer);
      if (index !== -1) timers.splice(index, 1);
    };
  };
  const device: Device = {
    monotonicMs,
    stepMs: 0.005,
    wallMs: () => {
      onReading.call();
      return EPOCH_MS + moment.ms + moment.wallAheadMs;
    },
    setTimer: () => () => {},
    random: () => 0,
    isActive: () => true,
    onActive: () => () => {},
  };
  let answer: (exchange: Exchange) => void = () => {};
  const transport: Transport = () => new Promise((resolve) => (answer = resolve));
  const clock = followServer(device, transport);
  const ticker = startTicker(clock, {
    monotonicMs,
    isVisible: () => moment.visible,
    recall: () => null,
    setTimer,
  });
  /** An exchange with a server whose clock was set by `hostAheadMs`. */
  const exchange = async (roundTripMs: number, hostAheadMs = 0) => {
    const sentAtMs = moment.ms;
    moment.ms += roundTripMs;
    const hostMs = EPOCH_MS + hostAheadMs + sentAtMs + roundTripMs / 2;
    const hostNs = BigInt(Math.round(hostMs * 1e6));
    const aheadNs = BigInt(hostAheadMs) * 1_000_000n;
    answer({
      sentAtMs,
      receivedAtMs: moment.ms,
      hostReceivedNs: hostNs,
      hostSentNs: hostNs,
      hostStepNs: 1n,
      hostBaseNs: aheadNs,
      utcMinusHost: knowsUtc ? { minNs: -aheadNs, maxNs: -aheadNs } : null,
      server: {
        status: 'unknown',
        reason: 'none',
        source: 'none',
        authenticated: null,
        clockId: 'a',
      },
    });
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, moment, onReading, timers, ticker, exchange };
}

test('nothing is shown and nothing ticks before the first exchange', () => {
  const { ticker, timers } = setUp();
  const { reading, digits, deviceOffset } = ticker.getFrame();
  assert.deepEqual([reading, digits, deviceOffset], [null, 0, null]);
  assert.deepEqual(timers, []);
});

test('the first exchange makes a frame at once, with the digits that its bound supports', async () => {
  const { ticker, exchange } = setUp();
  await exchange(40);
  const { reading, digits, deviceOffset } = ticker.getFrame();
  assert.equal(reading?.scale, 'utc');
  assert.equal(digits, 7);
  assert.ok(Math.abs(deviceOffset?.offsetMs ?? Number.NaN) <= (deviceOffset?.boundMs ?? 0));
});

test('while UTC is unknown, whole seconds are shown', async () => {
  const { ticker, exchange } = setUp({ knowsUtc: false });
  await exchange(0.8);
  assert.equal(ticker.getFrame().reading?.scale, 'host');
  assert.equal(ticker.getFrame().digits, 6);
});

test('the next frame comes when the next second begins', async () => {
  const { ticker, timers, moment, exchange } = setUp();
  await exchange(40);
  const frames: number[] = [];
  ticker.subscribe(() => frames.push(ticker.getFrame().reading?.estimateMs ?? Number.NaN));
  for (let count = 0; count < 3; count += 1) {
    assert.equal(timers.length, 1);
    const [timer] = timers;
    moment.ms += timer?.delayMs ?? 0;
    timer?.callback();
  }
  assert.deepEqual(
    frames.map((ms) => Math.round(ms - EPOCH_MS)),
    [1_000, 2_000, 3_000],
  );
});

test('the bound of a frame holds until the next one', async () => {
  const { clock, ticker, timers, moment, exchange } = setUp();
  await exchange(40);
  const { reading, deviceOffset } = ticker.getFrame();
  const { boundMs = Number.NaN } = reading ?? {};
  // Until the next frame, the server's time grows uncertain, and the device's own clock may be slewed.
  const slewedMs = (timers[0]?.delayMs ?? 0) * 500e-6;
  assert.ok((deviceOffset?.boundMs ?? 0) > (clock.deviceOffset()?.boundMs ?? 0) + slewedMs - 1e-6);
  moment.ms += timers[0]?.delayMs ?? 0;
  timers[0]?.callback();
  const after = ticker.getFrame().reading;
  // By the growth of one second, 0.5 ms: the next frame's bound is made for another one.
  assert.ok(boundMs > 20.0 && boundMs < (after?.boundMs ?? 0));
  const half = ((after?.latestMs ?? 0) - (after?.earliestMs ?? 0)) / 2;
  assert.ok(half <= boundMs + 1e-3, `${half} ms at the end of a frame that says ${boundMs} ms`);
  const offset = clock.deviceOffset();
  assert.ok(offset !== null && deviceOffset !== null);
  assert.ok(offset.boundMs <= deviceOffset.boundMs + 1e-3);
});

/** Does something at one of the next readings of a clock, one after the other, and looks at the page. */
async function atEachReading(
  disturb: (moment: ReturnType<typeof setUp>['moment']) => void,
  look: (page: Pick<ReturnType<typeof setUp>, 'clock' | 'ticker'>) => void,
): Promise<number> {
  for (let nth = 1; ; nth += 1) {
    const { clock, ticker, moment, onReading, exchange } = setUp();
    await exchange(4);
    let readings = 0;
    onReading.call = () => {
      readings += 1;
      if (readings === nth) disturb(moment);
    };
    moment.ms += 1_000;
    ticker.wake();
    if (readings < nth) return nth - 1;
    look({ clock, ticker });
  }
}

test('a device that slept while the clock is read leaves no old time on the page', async () => {
  const readings = await atEachReading(
    (moment) => {
      moment.wallAheadMs += 3_600_000;
    },
    ({ clock, ticker }) => {
      const wasNoticed = clock.getState().lastReset !== null;
      assert.equal(ticker.getFrame().reading === null, wasNoticed);
    },
  );
  assert.ok(readings > 5);
});

test('a process that is paused while the clock is read tells no false time', async () => {
  const readings = await atEachReading(
    (moment) => {
      moment.ms += 15;
    },
    ({ ticker }) => {
      const { reading, atMs, rate } = ticker.getFrame();
      assert.ok(reading !== null);
      assert.ok(Math.abs(reading.estimateMs - EPOCH_MS - atMs) <= reading.boundMs);
      assert.equal(rate, 1);
    },
  );
  assert.ok(readings > 5);
});

test('a lost digit comes back after ten seconds, also when the server was set back meanwhile', async () => {
  const { clock, ticker, moment, exchange } = setUp();
  await exchange(0.8);
  assert.equal(ticker.getFrame().digits, 8);
  // At 500 ppm, the limit of the drift until it is measured: ± 200 ms.
  moment.ms += 400_000;
  ticker.wake();
  assert.equal(ticker.getFrame().digits, 6);
  void clock.refresh();
  await exchange(0.8, -3_600_000);
  assert.equal(ticker.getFrame().digits, 6);
  moment.ms += 10_001;
  ticker.wake();
  assert.equal(ticker.getFrame().digits, 8);
});

test('the step to which the device is told grows at once, and shrinks after ten seconds', async () => {
  const { clock, ticker, moment, exchange } = setUp();
  const step = () => ticker.getFrame().deviceOffset?.stepMs;
  await exchange(4);
  assert.equal(step(), 1);
  moment.ms += 40_000;
  ticker.wake();
  assert.equal(step(), 10);
  void clock.refresh();
  await exchange(4);
  assert.equal(step(), 10);
  moment.ms += 10_001;
  ticker.wake();
  assert.equal(step(), 1);
});

test('a hidden page makes no frames until it is shown again', async () => {
  const { ticker, timers, moment, exchange } = setUp();
  await exchange(40);
  moment.visible = false;
  timers[0]?.callback();
  assert.deepEqual(timers, []);
  moment.visible = true;
  ticker.wake();
  assert.equal(timers.length, 1);
});
