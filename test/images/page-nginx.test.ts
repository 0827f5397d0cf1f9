import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import {
  DOCUMENTS,
  PAGE_CACHE_CONTROL,
  SECURITY_HEADERS,
} from '@dataiku-assessment/contract/response-headers';
import { startPageNginx } from './page-nginx.ts';
import { exchangeRaw } from './raw-exchange.ts';

// HTTP/1.0, so that the answer comes in one piece.
const HEAD = 'HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n';

test('serves the page, compressed and cached, with the headers that the API sends too', async () => {
  const nginx = await startPageNginx();
  const get = (path: string, method = 'GET') =>
    exchangeRaw(nginx.port, `${method} ${path} ${HEAD}Accept-Encoding: gzip\r\n\r\n`);
  const page = await get('/');
  assert.equal(page.status, 200);
  assert.equal(page.headers.get('content-encoding'), 'gzip');
  assert.equal(page.headers.get('cache-control'), PAGE_CACHE_CONTROL.other);
  const document = gunzipSync(page.body).toString();
  const [script = ''] = /assets\/[\w-]+\.js/.exec(document) ?? [];
  assert.equal((await get(`/${script}`)).headers.get('cache-control'), PAGE_CACHE_CONTROL.hashed);

  const missing = await get('/none');
  assert.equal(missing.status, 404);
  assert.equal(missing.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  assert.equal(missing.headers.get('cache-control'), 'no-store');
  assert.equal(JSON.parse(missing.body.toString()).code, 'unknown-path');
  for (const path of ['/index.html', '/icon.svg.gz']) assert.equal((await get(path)).status, 404);
  const posted = await get('/', 'POST');
  assert.equal(posted.status, 405);
  assert.equal(posted.headers.get('allow'), 'GET, HEAD');
  for (const answer of [page, missing, posted]) {
    const own = answer !== missing ? DOCUMENTS['/']?.headers : {};
    for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...own })) {
      assert.equal(answer.headers.get(name), value);
    }
  }
  nginx.quit();
  await nginx.ended;
});

test('answers IPv6 as well as IPv4', async () => {
  const nginx = await startPageNginx();
  for (const host of ['127.0.0.1', '[::1]']) {
    assert.equal((await fetch(`http://${host}:${nginx.port}/`)).status, 200, host);
  }
  nginx.quit();
  await nginx.ended;
});

test('logs each request as one line of JSON, without the address of the client', async () => {
  const nginx = await startPageNginx();
  await exchangeRaw(nginx.port, `GET /none?a="b" ${HEAD}Accept-Encoding: gzip\r\n\r\n`);
  await exchangeRaw(nginx.port, `GET /healthz ${HEAD}\r\n`);
  await exchangeRaw(nginx.port, `GET / ${HEAD}Accept-Encoding: gzip\r\n\r\n`);
  nginx.quit();
  const entries = (await nginx.ended).logLines.map((line) => JSON.parse(line));
  assert.deepEqual(
    entries.map(({ method, url, status, encoding }) => [method, url, status, encoding]),
    [
      ['GET', '/none?a="b"', '404', ''],
      ['GET', '/', '200', 'gzip'],
    ],
  );
  for (const entry of entries) {
    assert.equal(typeof entry.durationSeconds, 'number');
    assert.doesNotMatch(JSON.stringify(entry), /127\.0\.0\.1/);
  }
});

test('answers an open request after it was told to stop, and ends with 0', async () => {
  const nginx = await startPageNginx();
  const socket = connect({ port: nginx.port, host: '127.0.0.1' });
  await once(socket, 'connect');
  // Half of a request: the worker has it in hand when its first answer has come back.
  socket.write('GET /icon.svg HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\n');
  await once(socket, 'data');
  const rest = text(socket);
  nginx.quit();
  while (await accepts(nginx.port));
  socket.write('Host: localhost\r\n\r\n');
  assert.match(await rest, /HTTP\/1\.1 200 OK.*<!doctype html>/s);
  assert.equal((await nginx.ended).exitCode, 0);
});

async function accepts(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  const accepted = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return accepted;
}
