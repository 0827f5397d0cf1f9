import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { runClosedLoop } from './closed-loop.ts';

async function listen(t: TestContext, answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  return (server.address() as AddressInfo).port;
}

test('tells answers apart by status, and times those that were accepted', async (t) => {
  const end = new AbortController();
  const statuses = [200, 503, 500, 200];
  const port = await listen(t, (_request, response) => {
    response.statusCode = statuses.shift() ?? 200;
    if (statuses.length === 0) end.abort();
    response.end('x');
  });
  const { p99Ms, ...counts } = await runClosedLoop({
    port,
    paths: ['/'],
    connections: 1,
    signal: end.signal,
  });
  assert.deepEqual(counts, { accepted: 2, refused: 1, others: 1, broken: 0, hung: 0 });
  assert.ok(p99Ms > 0);
});

test('asks for the paths in turn', async (t) => {
  const end = new AbortController();
  const asked: unknown[] = [];
  const port = await listen(t, ({ url }, response) => {
    if (asked.push(url) === 3) end.abort();
    response.end('x');
  });
  await runClosedLoop({ port, paths: ['/a', '/b'], connections: 1, signal: end.signal });
  assert.deepEqual(asked, ['/a', '/b', '/a']);
});

test('counts a request that is never answered as hung', async (t) => {
  const end = new AbortController();
  const port = await listen(t, () => end.abort());
  const load = { port, paths: ['/'], connections: 1, signal: end.signal, patienceMs: 1 };
  const { hung, accepted, p99Ms } = await runClosedLoop(load);
  assert.deepEqual([hung, accepted, p99Ms], [1, 0, Number.NaN]);
});

test('counts a connection that ends without an answer as broken', async (t) => {
  const end = new AbortController();
  const port = await listen(t, ({ socket }) => {
    socket.destroy();
    end.abort();
  });
  const load = { port, paths: ['/'], connections: 1, signal: end.signal };
  const { broken, hung } = await runClosedLoop(load);
  assert.deepEqual([broken, hung], [1, 0]);
});
