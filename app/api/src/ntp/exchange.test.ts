import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type HostClock, openHostClock } from '../clock/host-clock.ts';
import type { Seal } from './association.ts';
import { type ExchangeResult, udpExchange } from './exchange.ts';
import { type Answer, type FakeServer, startFakeServer, timeAhead } from './fake-server.fixture.ts';
import { encodeReply } from './reply.fixture.ts';

const HOST = openHostClock(null);
const AHEAD_NS = 300_000_000n;
const never = () => () => {};

async function serve(t: TestContext, answer: Answer): Promise<FakeServer> {
  const server = await startFakeServer(answer);
  t.after(server.close);
  return server;
}

async function ask(t: TestContext, answer: Answer, host = HOST): Promise<ExchangeResult> {
  const { address, port } = await serve(t, answer);
  return udpExchange({ host, after: never })(address, port);
}

test('an exchange with a server that is 300 ms ahead contains that', async (t) => {
  const result = await ask(t, timeAhead(AHEAD_NS));
  assert.ok('sample' in result);
  const { minNs, maxNs } = result.sample;
  assert.ok(minNs <= AHEAD_NS && AHEAD_NS <= maxNs, `${minNs} … ${maxNs}`);
});

test('each exchange has its own port and its own random timestamp, and says nothing else', async (t) => {
  const server = await serve(t, timeAhead(0n));
  const exchange = udpExchange({ host: HOST, after: never });
  const count = 8;
  for (let i = 0; i < count; i += 1) await exchange(server.address, server.port);
  const told = server.requests.map(({ bytes }) => bytes.toString('hex'));
  for (const hex of told) assert.match(hex, /^230{78}/);
  assert.equal(new Set(told).size, count);
  assert.ok(new Set(server.requests.map(({ client }) => client.port)).size > 1);
});

test('a packet that answers another request is passed over, and the real answer taken', async (t) => {
  const honest = timeAhead(AHEAD_NS);
  const result = await ask(t, (request, client) => [
    Buffer.from('too short'),
    encodeReply(request, { originTimestamp: 1n, stratum: 0, referenceId: 'DENY' }),
    encodeReply(request, { mode: 5 }),
    ...honest(request, client),
  ]);
  assert.ok('sample' in result);
});

test('an answer by which the server gives no time ends the exchange', async (t) => {
  const result = await ask(t, timeAhead(0n, { stratum: 0, referenceId: 'RATE' }));
  assert.deepEqual(result, { failure: 'kiss-rate' });
});

test('a server that claims to have held the request for a second is refused', async (t) => {
  const result = await ask(t, (request) => {
    const receivedNs = Temporal.Now.instant().epochNanoseconds;
    return [encodeReply(request, { receivedNs, sentNs: receivedNs + 1_000_000_000n })];
  });
  assert.deepEqual(result, { failure: 'impossible-delay' });
});

test('a step of the host clock during the exchange voids it', async (t) => {
  let steppedNs = 0n;
  const host: HostClock = { ...HOST, baseNs: () => HOST.baseNs() + steppedNs };
  const honest = timeAhead(0n);
  const result = await ask(
    t,
    (request, client) => {
      steppedNs = 5_000_000n;
      return honest(request, client);
    },
    host,
  );
  assert.deepEqual(result, { failure: 'clock-stepped' });
});

test('a server that stays silent: timeout', async (t) => {
  let runOut = () => {};
  const server = await serve(t, () => {
    runOut();
    return [];
  });
  const exchange = udpExchange({
    host: HOST,
    after: (_delayMs, task) => {
      runOut = task;
      return () => {};
    },
  });
  assert.deepEqual(await exchange(server.address, server.port), { failure: 'timeout' });
});

test('what was passed over is named when nothing better came', async (t) => {
  const { address, port } = await serve(t, (request) => [
    encodeReply(request, { originTimestamp: 1n }),
  ]);
  let runOut = () => {};
  let readings = 0;
  const host: HostClock = {
    ...HOST,
    // The second reading is that of the arrival: time runs out once it was dealt with.
    monotonicNs() {
      readings += 1;
      if (readings === 2) setImmediate(runOut);
      return HOST.monotonicNs();
    },
  };
  const exchange = udpExchange({
    host,
    after: (_delayMs, task) => {
      runOut = task;
      return () => {};
    },
  });
  assert.deepEqual(await exchange(address, port), { failure: 'wrong-origin' });
});

test('a port on which nobody listens is unreachable', async () => {
  const server = await startFakeServer(() => []);
  await server.close();
  const exchange = udpExchange({ host: HOST, after: never });
  assert.deepEqual(await exchange(server.address, server.port), { failure: 'unreachable' });
});

test('the time-out is called off when the answer is there', async (t) => {
  const { address, port } = await serve(t, timeAhead(0n));
  let pending = 0;
  const exchange = udpExchange({
    host: HOST,
    after: () => {
      pending += 1;
      return () => {
        pending -= 1;
      };
    },
  });
  await exchange(address, port);
  assert.equal(pending, 0);
});

/** A seal that a test looks into. */
function fakeSeal(facts: Partial<Seal>): Seal {
  return { seal: (header) => header, whyNotAuthentic: () => null, ...facts };
}

test('the request leaves as it was sealed, and the time of sealing and opening is not on the way', async (t) => {
  const honest = timeAhead(0n);
  const server = await serve(t, (request, client) => honest(request.subarray(0, 48), client));
  const calls: string[] = [];
  const host: HostClock = {
    ...HOST,
    nowNs: () => {
      calls.push('sent stamp');
      return HOST.nowNs();
    },
    monotonicNs: () => {
      calls.push('monotonic stamp');
      return HOST.monotonicNs();
    },
  };
  const seal = fakeSeal({
    seal(header) {
      calls.push('seal');
      return Buffer.concat([header, Buffer.from('sealed')]);
    },
    whyNotAuthentic() {
      calls.push('open');
      return null;
    },
  });
  const exchange = udpExchange({ host, after: never });
  assert.ok('sample' in (await exchange(server.address, server.port, seal)));
  assert.equal(server.requests[0]?.bytes.toString('latin1', 48), 'sealed');
  assert.deepEqual(calls, ['seal', 'monotonic stamp', 'sent stamp', 'monotonic stamp', 'open']);
});

test('a reply that is not authentic is passed over, even one that denies, and the real one taken', async (t) => {
  const honest = timeAhead(AHEAD_NS);
  const { address, port } = await serve(t, (request, client) => [
    encodeReply(request, { stratum: 0, referenceId: 'DENY' }),
    ...honest(request, client),
  ]);
  const seal = fakeSeal({
    whyNotAuthentic: (packet) => (packet[1] === 0 ? 'not-authenticated' : null),
  });
  const exchange = udpExchange({ host: HOST, after: never });
  assert.ok('sample' in (await exchange(address, port, seal)));
});
