import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startApi } from '../system/api-process.ts';
import { startPageNginx } from './page-nginx.ts';
import { exchangeRaw, type RawAnswer } from './raw-exchange.ts';

// Both servers make ETags of a file's time and size. A new release has a document of the same size,
// with other hashes in it, so all depends on the time, which is the commit's in the images.

const folder = mkdtempSync(join(tmpdir(), 'page-releases-'));
release('script-11111111.js', 1_700_000_000);

const [api, nginx] = await Promise.all([startApi({ WEB_ROOT: folder }), startPageNginx(folder)]);
after(async () => {
  nginx.quit();
  await Promise.all([api.kill(), nginx.ended]);
  rmSync(folder, { recursive: true });
});

/** Puts the document of a release where the servers look for it. */
function release(script: string, seconds: number): void {
  const document = `<!doctype html><script src="${script}"></script>`;
  for (const [name, content] of [
    ['index.html', document],
    ['index.html.gz', gzipSync(document, { level: 0 })],
  ] as const) {
    writeFileSync(join(folder, name), content);
    utimesSync(join(folder, name), seconds, seconds);
  }
}

/** Asks for the document, raw: where a tag is given, fetch() would forbid to make use of it. */
function ask(port: number, coding: string, etag = ''): Promise<RawAnswer> {
  const head = ['GET / HTTP/1.1', 'Host: localhost', 'Connection: close'];
  const conditions = [`Accept-Encoding: ${coding}`, `If-None-Match: ${etag}`];
  return exchangeRaw(port, `${[...head, ...conditions].join('\r\n')}\r\n\r\n`);
}

for (const [server, { port }] of Object.entries({ api, nginx })) {
  for (const coding of ['identity', 'gzip']) {
    test(`a new document of the same size is sent by ${server}, as ${coding}`, async () => {
      release('script-11111111.js', 1_700_000_000);
      const known = (await ask(port, coding)).headers.get('etag');
      assert.equal((await ask(port, coding, known)).status, 304);
      release('script-22222222.js', 1_700_000_001);
      const answer = await ask(port, coding, known);
      assert.equal(answer.status, 200);
      assert.match(answer.body.toString(), /script-22222222\.js/);
    });
  }
}
