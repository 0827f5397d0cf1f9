import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  API_HEADERS,
  DOCUMENTS,
  SECURITY_HEADERS,
} from '@dataiku-assessment/contract/response-headers';
import type { FastifyInstance } from 'fastify';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { buildManagement } from '../management.ts';
import { exchangeRaw, type RawAnswer } from './raw-exchange.fixture.ts';

const webRoot = mkdtempSync(join(tmpdir(), 'page-'));
writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>time</title>');
after(() => rmSync(webRoot, { recursive: true }));

const VERSION = { version: '1.2.3', commit: null };

function openApp(ports = openPorts()): FastifyInstance {
  return buildApp(readConfig({ WEB_ROOT: webRoot }), ports);
}

function openCrashingApp(): FastifyInstance {
  const ports = openPorts();
  const app = openApp(ports);
  ports.host.nowNs = () => {
    throw new Error('broken');
  };
  return app;
}

function openManagement(): FastifyInstance {
  return buildManagement(VERSION, openPorts());
}

/** The bytes of a request after which the server closes. */
function requestOf(start: string, more = '\r\n'): string {
  return `${start} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}`;
}

const TOO_LONG = `Content-Length: 2000000\r\n\r\n`;

type Kind = readonly [what: string, open: () => FastifyInstance, bytes: string, status: number];

const pageAnswers: readonly Kind[] = [
  ['the page', openApp, requestOf('GET /'), 200],
  ['an unknown path', openApp, requestOf('GET /nothing'), 404],
  ['a method that the page has not', openApp, requestOf('DELETE /'), 405],
  ['a malformed path', openApp, requestOf('GET /%zz'), 400],
  ['what is no HTTP', openApp, 'hello\r\n\r\n', 400],
  ['a request without a Host', openApp, 'GET / HTTP/1.1\r\n\r\n', 400],
  ['endless headers', openApp, requestOf('GET /', `X: ${'x'.repeat(20_000)}\r\n\r\n`), 431],
  ['CONNECT', openApp, 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n', 405],
];
const apiAnswers: readonly Kind[] = [
  ['the time', openApp, requestOf('GET /api/v1/time'), 200],
  ['the time by its full URL', openApp, requestOf('GET http://localhost/api/v1/time'), 200],
  ['the time by an encoded path', openApp, requestOf('GET /%61pi/v1/time'), 200],
  ['the head of the time', openApp, requestOf('HEAD /api/v1/time'), 200],
  ['a refused query', openApp, requestOf('GET /api/v1/time?x=1'), 400],
  ['a malformed path of the API', openApp, requestOf('GET /api/%zz'), 400],
  ['an unknown path of the API', openApp, requestOf('GET /api/v1/nothing'), 404],
  ['the API without a path', openApp, requestOf('GET /api/'), 404],
  ['a method that the API has not', openApp, requestOf('PUT /api/v1/time'), 405],
  ['a body over the limit', openApp, requestOf('POST /api/v1/time', TOO_LONG), 413],
  ['an endless URL', openApp, requestOf(`GET /api/${'x'.repeat(13_000)}`), 414],
  ['a crash', openCrashingApp, requestOf('GET /api/v1/time'), 500],
];
const managementAnswers: readonly Kind[] = [
  ['a probe', openManagement, requestOf('GET /livez'), 200],
  ['the metrics', openManagement, requestOf('GET /metrics'), 200],
  ['the version', openManagement, requestOf('GET /version'), 200],
  ['an unknown management path', openManagement, requestOf('GET /nothing'), 404],
  ['a method that management has not', openManagement, requestOf('POST /livez'), 405],
  ['a malformed management path', openManagement, requestOf('GET /%zz'), 400],
  ['a body over the limit to management', openManagement, requestOf('POST /livez', TOO_LONG), 413],
  ['what is no HTTP to management', openManagement, 'hello\r\n\r\n', 400],
  ['a management request without a Host', openManagement, 'GET /livez HTTP/1.1\r\n\r\n', 400],
  ['CONNECT to management', openManagement, 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n', 405],
];

function assertHeaders(answer: RawAnswer, expected: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(expected)) assert.equal(answer.headers[name], value);
  assert.equal(answer.headers.server, undefined);
  assert.equal(answer.headers['x-powered-by'], undefined);
  assert.equal(answer.headers['strict-transport-security'], undefined);
}

for (const [what, open, bytes, status] of [...pageAnswers, ...managementAnswers]) {
  test(`answers ${what} (${status}) with the security headers`, async () => {
    const answer = await exchangeRaw(open(), bytes);
    assert.equal(answer.status, status);
    const own = what === 'the page' ? DOCUMENTS['/']?.headers : {};
    assertHeaders(answer, { ...SECURITY_HEADERS, ...own });
    if (status >= 400) assert.match(String(answer.headers['content-type']), /problem\+json/);
  });
}

test('answers the document below the API with its security headers', async () => {
  const answer = await exchangeRaw(openApp(), requestOf('GET /api/docs'));
  const { 'content-security-policy': _own, ...common } = SECURITY_HEADERS;
  assertHeaders(answer, common);
});

for (const [what, open, bytes, status] of apiAnswers) {
  test(`answers ${what} (${status}) with a policy for data, unstored, to all origins`, async () => {
    const answer = await exchangeRaw(open(), bytes);
    assert.equal(answer.status, status);
    assertHeaders(answer, API_HEADERS);
    assert.equal(answer.headers['cross-origin-opener-policy'], undefined);
    if (status >= 400) assert.match(String(answer.headers['content-type']), /problem\+json/);
  });
}
