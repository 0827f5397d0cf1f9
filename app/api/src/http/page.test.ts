import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
// Before any app: to load it from its many files would count as lag.
import '@fastify/static';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { ConfigError, readConfig } from '../config.ts';
import { exchangeRaw } from './raw-exchange.fixture.ts';

const DOCUMENT = '<!doctype html><title>time</title>';
const SCRIPT = 'export const now = 0;';

const folder = mkdtempSync(join(tmpdir(), 'page-'));
after(() => rmSync(folder, { recursive: true }));
const webRoot = join(folder, 'dist');
mkdirSync(join(webRoot, 'assets'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'secret');
writeFileSync(join(webRoot, 'index.html'), DOCUMENT);
for (const name of ['wall.html', 'embed.html']) writeFileSync(join(webRoot, name), DOCUMENT);
writeFileSync(join(webRoot, 'assets/index-4f3a.js'), SCRIPT);
writeFileSync(join(webRoot, 'assets/index-4f3a.js.gz'), gzipSync(SCRIPT));
writeFileSync(join(webRoot, 'icon.svg'), '<svg/>');
mkdirSync(join(folder, 'odd/index.html'), { recursive: true });

function openApp() {
  return buildApp(readConfig({ WEB_ROOT: webRoot }), openPorts());
}

test('serves the document, to be asked for again each time', async () => {
  const answer = await openApp().inject('/');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'no-cache');
  assert.equal(answer.headers['content-encoding'], undefined);
  assert.equal(answer.body, DOCUMENT);
});

test('answers that a file has not changed', async () => {
  const app = openApp();
  const { etag } = (await app.inject('/icon.svg')).headers;
  const answer = await app.inject({ url: '/icon.svg', headers: { 'if-none-match': String(etag) } });
  assert.deepEqual([answer.statusCode, answer.body], [304, '']);
  assert.equal(answer.headers['cache-control'], 'no-cache');
  assert.equal(answer.headers.vary, 'accept-encoding');
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
});

test('lets other sites show one document in a frame, and no other', async () => {
  const policies = ['/', '/wall', '/embed'].map(async (url) => {
    const { headers } = await openApp().inject(url);
    return /frame-ancestors ([^;]*)/.exec(String(headers['content-security-policy']))?.[1];
  });
  assert.deepEqual(await Promise.all(policies), ["'none'", "'none'", '*']);
});

for (const [url, type, content] of [
  ['/', 'text/html; charset=utf-8', DOCUMENT],
  ['/assets/index-4f3a.js', 'application/javascript; charset=utf-8', SCRIPT],
] as const) {
  test(`serves ${url} compressed to those who accept gzip`, async () => {
    const headers = { 'accept-encoding': 'gzip, deflate, br, zstd' };
    const answer = await openApp().inject({ url, headers });
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-encoding'], 'gzip');
    assert.equal(answer.headers['content-type'], type);
    assert.equal(gunzipSync(answer.rawPayload).toString(), content);
  });
}

for (const encoding of [undefined, 'identity', 'br', '*', 'gzip;q=0', 'gzip;q=0, *']) {
  test(`serves the document as it is to those who accept ${encoding}`, async () => {
    const headers = encoding === undefined ? {} : { 'accept-encoding': encoding };
    const answer = await openApp().inject({ url: '/', headers });
    assert.equal(answer.headers['content-encoding'], undefined);
    assert.equal(answer.body, DOCUMENT);
  });
}

for (const url of ['/', '/assets/index-4f3a.js', '/icon.svg']) {
  test(`tells caches that ${url} varies by encoding, compressed or not`, async () => {
    const app = openApp();
    for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
      assert.equal((await app.inject({ url, headers })).headers.vary, 'accept-encoding');
    }
  });
}

test('lets assets whose name carries a hash be kept for ever', async () => {
  const answer = await openApp().inject('/assets/index-4f3a.js');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(answer.body, SCRIPT);
});

test('lets files with a fixed name be asked for again', async () => {
  const answer = await openApp().inject('/icon.svg');
  assert.equal(answer.headers['cache-control'], 'no-cache');
  assert.equal(answer.headers['content-type'], 'image/svg+xml');
});

test('answers HEAD for the page', async () => {
  const answer = await openApp().inject({ method: 'HEAD', url: '/' });
  assert.deepEqual([answer.statusCode, answer.body], [200, '']);
  assert.equal(answer.headers['content-length'], String(DOCUMENT.length));
});

test('answers 405 with Allow for what is no way to ask for a page', async () => {
  const answer = await openApp().inject({ method: 'POST', url: '/icon.svg' });
  assert.deepEqual([answer.statusCode, answer.headers.allow], [405, 'GET, HEAD']);
});

const absent = [
  '/index.html',
  '/index.html.gz',
  '/assets',
  '/assets/',
  '/assets/index-4f3a.js.gz',
  '/zones',
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..\\secret.txt',
  '//secret.txt',
  '/assets/../icon.svg',
  '/icon.svg%00.js',
];
for (const path of absent) {
  // Raw, as the test client would tidy the path first.
  test(`has nothing at ${path}`, async () => {
    const start = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    const answer = await exchangeRaw(openApp(), start);
    assert.equal(answer.status, 404);
    assert.equal(JSON.parse(answer.body).code, 'unknown-path');
  });
}

for (const [what, root] of [
  ['that is not there', join(folder, 'nowhere')],
  ['without a document', join(webRoot, 'assets')],
  ['that is a file', join(folder, 'secret.txt')],
  ['whose document is a folder', join(folder, 'odd')],
] as const) {
  test(`refuses a folder ${what} at the start`, () => {
    const message = `WEB_ROOT is ${JSON.stringify(root)}; allowed: a folder with an index.html`;
    assert.throws(
      () => buildApp(readConfig({ WEB_ROOT: root }), openPorts()),
      (error) => error instanceof ConfigError && error.message === message,
    );
  });
}

test('answers 404, which nobody keeps, for a file that is gone since the start', async () => {
  const path = 'assets/gone-1234.js';
  writeFileSync(join(webRoot, path), SCRIPT);
  const app = openApp();
  await app.ready();
  rmSync(join(webRoot, path));
  const answer = await app.inject(`/${path}`);
  assert.equal(answer.statusCode, 404);
  assert.equal(answer.json().code, 'unknown-path');
  assert.equal(answer.headers.allow, undefined);
  assert.equal(answer.headers['cache-control'], 'no-store');
});
