import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { fakeHost } from '../clock/fake-host.fixture.ts';
import { ServerClock } from '../clock/server-clock.ts';
import { plainAssociation } from './association.ts';
import type { ExchangeResult, Failure } from './exchange.ts';
import { HandTimers, settle } from './hand-timers.fixture.ts';
import { NtpSource } from './ntp-source.ts';

const MS = 1_000_000n;

/** A clock over one NTP server, on a machine where time passes only by `pass`. */
function setUp(t: TestContext) {
  const host = fakeHost();
  const timers = new HandTimers();
  let isAlive = true;
  let failure: Failure = 'timeout';
  const exchange = async (): Promise<ExchangeResult> => {
    if (!isAlive) return { failure };
    const asOfNs = host.monotonicNs();
    return { sample: { baseNs: host.baseNs(), minNs: -MS, maxNs: MS, asOfNs, leap: 'none' } };
  };
  const source = new NtpSource({
    host,
    pollSeconds: 64,
    servers: [plainAssociation({ name: 'a', host: 'a', port: 123 })],
    maxBoundNs: 200n * MS,
    exchange,
    resolve: async (name) => [name],
    after: timers.after,
    random: () => 0.5,
    log: { info() {}, warn() {} },
  });
  t.after(() => source.stop());
  const clock = new ServerClock({ host, source, maxBoundNs: 200n * MS });
  return {
    host,
    clock,
    async start() {
      source.start();
      await settle();
    },
    setAlive: (alive: boolean, failsBy: Failure = 'timeout') => {
      isAlive = alive;
      failure = failsBy;
    },
    /** Time passes to the next exchange, and the clock reads its source. */
    async pass() {
      host.pass(BigInt((timers.nextAtMs ?? 0) - timers.nowMs) * MS);
      await timers.runNext();
      clock.refresh();
      return clock.read();
    },
  };
}

test('a lost server: the bound holds over, outgrows the limit, and comes back with the next answer', async (t) => {
  const { clock, start, pass, setAlive } = setUp(t);
  assert.equal(clock.read().clock.status, 'unknown');
  await start();
  for (let i = 0; i < 3; i += 1) assert.equal((await pass()).clock.status, 'synchronized');

  setAlive(false);
  // 64 s later each time: three failures in a row are not the end, the fourth is.
  for (let i = 0; i < 3; i += 1) assert.equal((await pass()).clock.status, 'synchronized');
  const heldOver = await pass();
  assert.equal(heldOver.clock.status, 'holdover');
  assert.equal(heldOver.clock.reason, 'no NTP server answers: a (timeout)');
  const { minNs, maxNs } = heldOver.offset ?? { minNs: 0n, maxNs: 0n };
  assert.ok(minNs < -MS && maxNs > MS);

  let outgrown = await pass();
  while (outgrown.clock.status === 'holdover') outgrown = await pass();
  assert.equal(outgrown.clock.status, 'unsynchronized');
  assert.equal(outgrown.offset, null);

  setAlive(true);
  assert.equal((await pass()).clock.status, 'synchronized');
});

test('a step: unknown until a server has answered since, whose answer is asked for at once', async (t) => {
  const { host, clock, start, pass } = setUp(t);
  await start();
  for (let i = 0; i < 5; i += 1) await pass();
  host.step(60_000n * MS);
  const stepped = clock.read();
  assert.equal(stepped.clock.status, 'unknown');
  assert.equal(stepped.offset, null);
  const beforeNs = host.monotonicNs();
  assert.equal((await pass()).clock.status, 'synchronized');
  assert.equal(host.monotonicNs() - beforeNs, 2000n * MS);
});

test('a server that never had the time leaves the clock unsynchronized, in the words of its answer', async (t) => {
  const { start, clock, setAlive } = setUp(t);
  setAlive(false, 'server-unsynchronized');
  await start();
  clock.refresh();
  const { status, reason } = clock.read().clock;
  assert.equal(status, 'unsynchronized');
  assert.equal(reason, 'no NTP server has the time: a (server-unsynchronized)');
});

test('a server that loses the time takes nothing back: its bound holds over', async (t) => {
  const { start, pass, setAlive } = setUp(t);
  await start();
  setAlive(false, 'bad-stratum');
  let { clock } = await pass();
  while (clock.status === 'synchronized') ({ clock } = await pass());
  assert.equal(clock.status, 'holdover');
  assert.equal(clock.reason, 'no NTP server has the time: a (bad-stratum)');
});
