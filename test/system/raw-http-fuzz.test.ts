import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { startApi } from './api-process.ts';

const RUNS = Number(process.env.FUZZ_SOCKETS ?? 2_000);
const api = await startApi();
after(() => api.kill());

/** Sends the pieces one after the other, ends its side, and reads all that comes back. */
async function exchange(pieces: readonly string[]): Promise<string> {
  const socket = connect({ port: api.port, host: '127.0.0.1', allowHalfOpen: true });
  // A server may reset what it won't read.
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.setNoDelay(true);
  for (const piece of pieces) {
    if (socket.writable) await new Promise((sent) => socket.write(piece, 'latin1', sent));
  }
  socket.end();
  return text(socket).catch(() => '');
}

/** The status of each answer that is in what came back. */
function statuses(answers: string): number[] {
  return [...answers.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
}

const token = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
const bytes = fc
  .uint8Array({ maxLength: 200 })
  .map((array) => Buffer.from(array).toString('latin1'));
const smuggled = fc.constantFrom(
  'Transfer-Encoding: chunked\r\nContent-Length: 5',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: xchunked',
  'Transfer-Encoding : chunked',
  'Transfer-Encoding: chunked, identity',
  'Content-Length: -1',
  'Content-Length: +5',
  'Content-Length: 99999999999999999999',
  ' folded: value',
  'Expect: 100-continue',
  'Upgrade: websocket\r\nConnection: upgrade',
  'Host: a\r\nHost: b',
);
const header = fc.oneof(
  fc.tuple(token, bytes).map(([name, value]) => `${name}: ${value}`),
  fc
    .tuple(token, fc.nat({ max: 30_000 }))
    .map(([name, length]) => `${name}: ${'x'.repeat(length)}`),
  smuggled,
  bytes,
);
const target = fc.oneof(
  fc.constantFrom(
    '/api/v1/time',
    '/api/timesync',
    '/api/timezone/UTC',
    '*',
    'http://x/',
    '//',
    '/%',
  ),
  bytes.map((path) => `/${path}`),
  fc.nat({ max: 20_000 }).map((length) => `/${'a'.repeat(length)}`),
);
const request = fc
  .record({
    method: fc.oneof(fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'CONNECT', 'TRACE'), token),
    target,
    version: fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/1.1 ', 'http/1.1', ''),
    headers: fc.array(header, { maxLength: 6 }),
    end: fc.constantFrom('\r\n\r\n', '\n\n', '\r\n', ''),
    body: fc.oneof(
      fc.constantFrom('', '5\r\nhello\r\n0\r\n\r\n', '0\r\n\r\nGET / HTTP/1.1\r\n\r\n'),
      bytes,
    ),
  })
  .map(({ method, target, version, headers, end, body }) => {
    const head = [`${method} ${target} ${version}`, 'Host: x', ...headers].join('\r\n');
    return `${head}${end}${body}`;
  });

/** The request in pieces, cut at these shares of its length. */
const pieces = fc
  .tuple(request, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }))
  .map(([whole, cuts]) => {
    const at = cuts.map((cut) => Math.floor(cut * whole.length)).sort((a, b) => a - b);
    return [...at, whole.length].map((end, index) => whole.slice(at[index - 1] ?? 0, end));
  });

test(`${RUNS} broken requests end, none with a 5xx, and the server goes on`, async () => {
  await fc.assert(
    fc.asyncProperty(pieces, async (pieces) => {
      const answered = statuses(await exchange(pieces));
      assert.deepEqual(
        answered.filter((status) => status >= 500 && status !== 505),
        [],
      );
    }),
    { numRuns: RUNS },
  );
  assert.equal((await fetch(`${api.url}/api/v1/time`)).status, 200);
});

test('a request is not smuggled behind one with two lengths', async () => {
  const answer = await exchange([
    'POST /api/timesync HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
    '0\r\n\r\nGET /api/v1/time HTTP/1.1\r\nHost: x\r\n\r\n',
  ]);
  assert.deepEqual(statuses(answer), [400]);
});
