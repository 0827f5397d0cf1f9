import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { nodeDevice } from './node-device.ts';
import { nodeTransport } from './node-transport.ts';

/** Serves on loopback for one test; gives the address and how many connections were made. */
async function serve(t: TestContext, listener: RequestListener) {
  const server = createServer(listener);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/sync`), connections: () => connections };
}

const answer: RequestListener = (request, response) => {
  const nonce = new URL(request.url ?? '', 'http://localhost').searchParams.get('nonce');
  const clock = { status: 'unknown', reason: 'test', source: 'none', id: 'c', baseNs: '0' };
  const stamps = { receivedNs: '1000', sentNs: '2000', stepNs: '0', utcMinusHost: null };
  response.end(JSON.stringify({ nonce, ...stamps, clock }));
};

function transportTo(url: URL) {
  const transport = nodeTransport(url, nodeDevice());
  return (signal = new AbortController().signal) => transport(signal);
}

test('exchanges on one warm connection', async (t) => {
  const server = await serve(t, answer);
  const exchange = transportTo(server.url);
  for (let i = 0; i < 5; i += 1) {
    const { sentAtMs, receivedAtMs, hostSentNs } = await exchange();
    assert.ok(sentAtMs < receivedAtMs);
    assert.equal(hostSentNs, 2000n);
  }
  assert.equal(server.connections(), 1);
});

test('refuses an answer that was stored on the way', async (t) => {
  const { url } = await serve(t, (request, response) => {
    response.setHeader('age', '0');
    answer(request, response);
  });
  await assert.rejects(transportTo(url)(), { code: 'exchange-failed', message: /Age/ });
});

test('refuses an error answer and names its status', async (t) => {
  const { url } = await serve(t, (_, response) => {
    response.statusCode = 503;
    response.end('<html>busy</html>');
  });
  await assert.rejects(transportTo(url)(), { code: 'exchange-failed', message: /503/ });
});

test('refuses an answer that is not JSON', async (t) => {
  const { url } = await serve(t, (_, response) => response.end('<html>'));
  await assert.rejects(transportTo(url)(), SyntaxError);
});

test('rejects when nobody listens, and when it is aborted', async (t) => {
  const { url } = await serve(t, () => {});
  const aborted = new AbortController();
  const exchange = transportTo(url)(aborted.signal);
  aborted.abort();
  await assert.rejects(exchange, { name: 'AbortError' });
  await assert.rejects(transportTo(new URL('http://127.0.0.1:1/sync'))(), { code: 'ECONNREFUSED' });
});
