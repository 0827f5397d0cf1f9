import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { openConnections, runClosedLoop } from './closed-loop.ts';

/** A connection to a server that answers so. */
async function connectTo(t: TestContext, answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  return await openConnections((server.address() as AddressInfo).port, 1);
}

test('tells answers apart by status, and times those that were accepted', async (t) => {
  const end = new AbortController();
  const statuses = [200, 503, 500, 200];
  const sockets = await connectTo(t, (_request, response) => {
    response.statusCode = statuses.shift() ?? 200;
    if (statuses.length === 0) end.abort();
    response.end('x');
  });
  const { p99Ms, ...counts } = await runClosedLoop({
    sockets,
    paths: ['/'],
    signal: end.signal,
  });
  assert.deepEqual(counts, { accepted: 2, refused: 1, others: 1, broken: 0, hung: 0 });
  assert.ok(p99Ms > 0);
});

test('asks for the paths in turn', async (t) => {
  const end = new AbortController();
  const asked: unknown[] = [];
  const sockets = await connectTo(t, ({ url }, response) => {
    if (asked.push(url) === 3) end.abort();
    response.end('x');
  });
  await runClosedLoop({ sockets, paths: ['/a', '/b'], signal: end.signal });
  assert.deepEqual(asked, ['/a', '/b', '/a']);
});

test('counts a request that is never answered as hung', async (t) => {
  const end = new AbortController();
  const sockets = await connectTo(t, () => end.abort());
  const load = { sockets, paths: ['/'], signal: end.signal, patienceMs: 1 };
  const { hung, accepted, p99Ms } = await runClosedLoop(load);
  assert.deepEqual([hung, accepted, p99Ms], [1, 0, Number.NaN]);
});

test('counts a connection that ends without an answer as broken', async (t) => {
  const end = new AbortController();
  const sockets = await connectTo(t, ({ socket }) => {
    socket.destroy();
    end.abort();
  });
  const load = { sockets, paths: ['/'], signal: end.signal };
  const { broken, hung } = await runClosedLoop(load);
  assert.deepEqual([broken, hung], [1, 0]);
});
