import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainAssociation } from './association.ts';
import type { ExchangeResult } from './exchange.ts';
import { HandTimers, settle } from './hand-timers.fixture.ts';
import { NtpServer } from './ntp-server.ts';
import type { Sample } from './sample.ts';

const SAMPLE: Sample = { baseNs: 0n, minNs: -50n, maxNs: 50n, asOfNs: 0n, leap: 'none' };

/** A server whose exchanges end as the test says; the last result is repeated. */
function setUp(
  results: readonly ExchangeResult[],
  addresses: readonly string[][] = [['192.0.2.1']],
) {
  const timers = new HandTimers();
  const asked: { address: string; port: number; atMs: number }[] = [];
  const logged: { facts: object; message: string }[] = [];
  let resolved = 0;
  const log = (facts: object, message: string) => logged.push({ facts, message });
  const address = { name: 'a.example', host: 'a.example', port: 123 };
  const server = new NtpServer(plainAssociation(address), 64, {
    exchange: async (address, port) => {
      asked.push({ address, port, atMs: timers.nowMs });
      return results[Math.min(asked.length, results.length) - 1] as ExchangeResult;
    },
    resolve: async () => {
      resolved += 1;
      return addresses[Math.min(resolved, addresses.length) - 1] ?? [];
    },
    after: timers.after,
    random: () => 0.5,
    log: { info: log, warn: log },
  });
  const messages = () => logged.map(({ message }) => message);
  return { timers, server, asked, logged, messages };
}

const TIMEOUT: ExchangeResult = { failure: 'timeout' };

test('a server is asked at once, in a burst, then every 64 s', async () => {
  const { server, timers, asked } = setUp([{ sample: SAMPLE }]);
  server.start();
  await settle();
  for (let i = 0; i < 5; i += 1) await timers.runNext();
  assert.deepEqual(
    asked.map(({ atMs }) => atMs),
    [0, 2000, 4000, 6000, 70_000, 134_000],
  );
});

test('what a server said is known for the base that it was said of', async () => {
  const { server } = setUp([{ sample: SAMPLE }]);
  assert.equal(server.sampleOn(0n), null);
  server.start();
  await settle();
  assert.deepEqual(server.sampleOn(0n), { ...SAMPLE, driftPpm: 500 });
  assert.equal(server.sampleOn(1_000_000n), null);
});

test('exchanges are counted by how they ended', async () => {
  const { server, timers } = setUp([TIMEOUT, { sample: SAMPLE }, { sample: SAMPLE }]);
  server.start();
  await settle();
  await timers.runNext();
  await timers.runNext();
  assert.deepEqual(Object.fromEntries(server.outcomes), { timeout: 1, sample: 2 });
  assert.equal(server.lastOutcome, 'sample');
});

test('a server that no longer answers is lost, says nothing, and comes back with its next answer', async () => {
  const answer = { sample: SAMPLE };
  const { server, timers, messages } = setUp([answer, TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT, answer]);
  server.start();
  await settle();
  for (let i = 0; i < 3; i += 1) await timers.runNext();
  assert.deepEqual(server.sampleOn(0n), { ...SAMPLE, driftPpm: 500 });
  await timers.runNext();
  assert.equal(server.sampleOn(0n), null);
  await timers.runNext();
  assert.deepEqual(server.sampleOn(0n), { ...SAMPLE, driftPpm: 500 });
  const expected = ['an NTP server answers', 'an NTP server is lost', 'an NTP server answers'];
  assert.deepEqual(messages(), expected);
});

test('a server that denies service is never asked again, and what it said is dropped', async () => {
  const { server, timers, logged } = setUp([{ sample: SAMPLE }, { failure: 'kiss-deny' }]);
  server.start();
  await settle();
  await timers.runNext();
  assert.equal(timers.nextAtMs, null);
  assert.equal(server.sampleOn(0n), null);
  assert.deepEqual(logged.at(-1)?.facts, { server: 'a.example', outcome: 'kiss-deny' });
  server.hurry();
  assert.equal(timers.nextAtMs, null);
});

test('the name is resolved at each poll', async () => {
  const addresses = [['192.0.2.1'], ['192.0.2.2']];
  const { server, timers, asked } = setUp([{ sample: SAMPLE }], addresses);
  server.start();
  await settle();
  await timers.runNext();
  assert.deepEqual(
    asked.map(({ address }) => address),
    ['192.0.2.1', '192.0.2.2'],
  );
});

test('a name without an address is an outcome of its own, and is asked for again', async () => {
  const { server, timers } = setUp([{ sample: SAMPLE }], [[], ['192.0.2.1']]);
  server.start();
  await settle();
  assert.equal(server.lastOutcome, 'unresolved');
  await timers.runNext();
  assert.equal(server.lastOutcome, 'sample');
});

test('samples of two addresses of one name are not intersected', async () => {
  const other: Sample = { ...SAMPLE, minNs: -900n, maxNs: -100n };
  const addresses = [['192.0.2.1'], ['192.0.2.2']];
  const { server, timers, messages } = setUp([{ sample: SAMPLE }, { sample: other }], addresses);
  server.start();
  await settle();
  await timers.runNext();
  assert.deepEqual(server.sampleOn(0n), { ...other, driftPpm: 500 });
  assert.deepEqual(messages(), ['an NTP server answers']);
});

test('a server that contradicts its earlier answers is taken at its newest, with twice the drift, and named', async () => {
  const other: Sample = { ...SAMPLE, minNs: 300_000_050n, maxNs: 300_000_150n };
  const { server, timers, logged } = setUp([{ sample: SAMPLE }, { sample: other }]);
  server.start();
  await settle();
  await timers.runNext();
  assert.deepEqual(server.sampleOn(0n), { ...other, driftPpm: 1000 });
  assert.equal(server.contradictions, 1);
  const facts = { server: 'a.example', gapMs: 300, driftPpm: 1000 };
  assert.deepEqual(logged.at(-1)?.facts, facts);
});

test('after a step of the host clock the server is asked again within 2 s', async () => {
  const { server, timers } = setUp([{ sample: SAMPLE }]);
  server.start();
  await settle();
  for (let i = 0; i < 4; i += 1) await timers.runNext();
  server.hurry();
  assert.equal(timers.nextAtMs, timers.nowMs + 2000);
});

test('a step while an exchange is under way starts no other beside it', async () => {
  const { server, timers } = setUp([{ sample: SAMPLE }]);
  server.start();
  await settle();
  for (let i = 0; i < 3; i += 1) await timers.runNext();
  const underWay = timers.runNext();
  server.hurry();
  assert.equal(timers.nextAtMs, null);
  await underWay;
  assert.equal(timers.nextAtMs, timers.nowMs + 2000);
});

test('steps one after the other do not put the next exchange off', async () => {
  const { server, timers } = setUp([{ sample: SAMPLE }]);
  server.start();
  await settle();
  const plannedMs = timers.nextAtMs;
  timers.nowMs += 1500;
  server.hurry();
  assert.equal(timers.nextAtMs, plannedMs);
});

test('steps without end, with the credit spent, leave the poll where it was', async () => {
  const { server, timers } = setUp([{ sample: SAMPLE }]);
  server.start();
  await settle();
  for (let i = 0; i < 3; i += 1) await timers.runNext();
  server.hurry();
  for (let i = 0; i < 4; i += 1) await timers.runNext();
  const plannedMs = timers.nextAtMs;
  timers.nowMs += 30_000;
  server.hurry();
  assert.equal(timers.nextAtMs, plannedMs);
});

test('a stopped server plans nothing, even when an exchange was under way', async () => {
  const { server, timers } = setUp([{ sample: SAMPLE }]);
  server.start();
  server.stop();
  await settle();
  assert.equal(timers.nextAtMs, null);
});

test('a stopped server calls off what was planned', async () => {
  const { server, timers } = setUp([{ sample: SAMPLE }]);
  server.start();
  await settle();
  server.stop();
  assert.equal(timers.nextAtMs, null);
});
