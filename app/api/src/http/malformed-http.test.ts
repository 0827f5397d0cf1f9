import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { Problem } from '@dataiku-assessment/contract';
import { API_HEADERS, SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { answerClientError } from './malformed-http.ts';
import { exchangeRaw } from './raw-exchange.fixture.ts';

const HOST = 'Host: localhost\r\n';

const refusals: readonly [what: string, bytes: string, status: number, code: string][] = [
  ['what is no HTTP at all', 'hello\r\n\r\n', 400, 'malformed-request'],
  ['TLS on a plain port', '\x16\x03\x01\x02\x00\x01\x00', 400, 'malformed-request'],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'malformed-request'],
  ['a header without a name', `GET / HTTP/1.1\r\n${HOST}: x\r\n\r\n`, 400, 'malformed-request'],
  ['HTTP/1.1 without a Host', 'GET /api/v1/time HTTP/1.1\r\n\r\n', 400, 'malformed-request'],
  [
    'two Hosts',
    `GET /api/v1/time HTTP/1.1\r\n${HOST}HOST: localhost\r\n\r\n`,
    400,
    'malformed-request',
  ],
  [
    'two Hosts by HTTP/1.0',
    `GET /api/v1/time HTTP/1.0\r\n${HOST}${HOST}\r\n`,
    400,
    'malformed-request',
  ],
  [
    'a Host that is none',
    'GET /api/v1/time HTTP/1.1\r\nHost: a/b\r\n\r\n',
    400,
    'malformed-request',
  ],
  ['GET for the whole server', `GET * HTTP/1.1\r\n${HOST}\r\n`, 400, 'malformed-request'],
  [
    'a path that begins with a star',
    `GET *api/v1/time HTTP/1.1\r\n${HOST}\r\n`,
    400,
    'malformed-request',
  ],
  [
    'a star with a query',
    `OPTIONS *?timezone=UTC HTTP/1.1\r\n${HOST}\r\n`,
    400,
    'malformed-request',
  ],
  [
    'two lengths of one body',
    `POST /api/v1/time HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
    400,
    'malformed-request',
  ],
  [
    'a broken chunk of a body',
    `POST /api/v1/time HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nxyz\r\n`,
    400,
    'malformed-request',
  ],
  [
    'headers without end',
    `GET / HTTP/1.1\r\n${HOST}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers-too-large',
  ],
  [
    'a URL that overflows the parser',
    `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`,
    414,
    'url-too-long',
  ],
  [
    'CONNECT, which would make it a proxy',
    `CONNECT example.org:443 HTTP/1.1\r\n${HOST}\r\n`,
    405,
    'method-not-allowed',
  ],
];
for (const [what, bytes, status, code] of refusals) {
  test(`answers ${what} with ${status} and closes the connection`, async () => {
    const app = buildApp(readConfig({}), openPorts());
    const answer = await exchangeRaw(app, bytes);
    assert.equal(answer.status, status);
    assert.equal(answer.headers.connection, 'close');
    assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.equal(answer.headers['content-length'], String(answer.body.length));
    const isOfApi = 'access-control-allow-origin' in answer.headers;
    for (const [name, value] of Object.entries(isOfApi ? API_HEADERS : SECURITY_HEADERS)) {
      assert.equal(answer.headers[name], value);
    }
    const problem = JSON.parse(answer.body);
    assert.deepEqual([...Value.Errors(Problem, problem)], []);
    assert.deepEqual([problem.status, problem.code], [status, code]);
  });
}

test('says which methods there are when it refuses CONNECT', async () => {
  const app = buildApp(readConfig({}), openPorts());
  const bytes = `CONNECT example.org:443 HTTP/1.1\r\n${HOST}\r\n`;
  assert.equal((await exchangeRaw(app, bytes)).headers.allow, 'GET, HEAD');
});

test('survives a client that resets the connection in the middle of CONNECT', async () => {
  const app = buildApp(readConfig({}), openPorts());
  await app.ready();
  const socket = new PassThrough();
  app.server.emit('connect', {}, socket);
  // Where nobody listens for it, it is thrown, and ends the process.
  assert.doesNotThrow(() => socket.emit('error', new Error('read ECONNRESET')));
});

test('answers HTTP/1.0 without a Host, which that version does not need', async () => {
  const app = buildApp(readConfig({}), openPorts());
  const answer = await exchangeRaw(app, 'GET /api/v1/time HTTP/1.0\r\n\r\n');
  assert.equal(answer.status, 200);
});

for (const host of ['', 'localhost:8080', 'api_1.example.org.', '192.0.2.1', '[2001:db8::1]:80']) {
  test(`answers whoever calls it "${host}"`, async () => {
    const app = buildApp(readConfig({}), openPorts());
    const bytes = `GET /api/v1/time HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    assert.equal((await exchangeRaw(app, bytes)).status, 200);
  });
}

test('ignores an expectation that it does not know', async () => {
  const app = buildApp(readConfig({}), openPorts());
  const bytes = `GET /api/v1/time HTTP/1.1\r\n${HOST}Expect: miracles\r\nConnection: close\r\n\r\n`;
  assert.equal((await exchangeRaw(app, bytes)).status, 200);
});

test('tells a client that was too slow', async () => {
  const socket = new PassThrough();
  answerClientError(Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  assert.match(await text(socket), /^HTTP\/1\.1 408 Request Timeout\r\n.*"request-timeout"/s);
});

test('answers nothing to a connection that was reset', () => {
  const socket = new PassThrough();
  socket.on('error', () => {});
  answerClientError(Object.assign(new Error(), { code: 'ECONNRESET' }), socket);
  assert.equal(socket.destroyed, true);
  assert.equal(socket.readableLength, 0);
});
