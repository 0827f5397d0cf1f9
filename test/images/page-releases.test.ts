import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { startApi } from '../system/api-process.ts';
import { startPageNginx } from './page-nginx.ts';
import { exchangeRaw, type RawAnswer } from './raw-exchange.ts';

// The document has the time at which it is sent, so neither server lets anybody keep an old one by a tag
// or a date, whatever the file's own are.

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
  const echo = (name: string) => `<!--#echo var="${name}" -->`;
  const sent = `<!--#config timefmt="%Y-%m-%d %H:%M:%S" -->sent ${echo('date_gmt')}`;
  const place = ` at ${echo('page_url')}preview.png`;
  const document = `<!doctype html><script src="${script}"></script>${sent}${place}`;
  for (const [name, content] of [
    ['index.html', document],
    ['index.html.gz', gzipSync('not for a document that changes')],
  ] as const) {
    writeFileSync(join(folder, name), content);
    utimesSync(join(folder, name), seconds, seconds);
  }
}

/** Asks for the document as somebody who has one of any tag, from any time. */
function ask(port: number, coding: string): Promise<RawAnswer> {
  // HTTP/1.0, so that the answer comes in one piece.
  const head = ['GET / HTTP/1.0', 'Host: localhost', 'Connection: close'];
  const conditions = [
    `Accept-Encoding: ${coding}`,
    'If-None-Match: W/"65a1b2c0-12"',
    'If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT',
  ];
  return exchangeRaw(port, `${[...head, ...conditions].join('\r\n')}\r\n\r\n`);
}

function read({ headers, body }: RawAnswer): string {
  return (headers.get('content-encoding') === 'gzip' ? gunzipSync(body) : body).toString();
}

for (const [server, { port }] of Object.entries({ api, nginx })) {
  for (const coding of ['identity', 'gzip']) {
    test(`the document is never kept: ${server}, as ${coding}`, async () => {
      release('script-11111111.js', 1_700_000_000);
      const first = await ask(port, coding);
      assert.equal(first.status, 200);
      for (const name of ['etag', 'last-modified', 'expires']) {
        assert.equal(first.headers.get(name), undefined, name);
      }
      assert.equal(first.headers.get('cache-control'), 'no-cache');
      assert.equal(first.headers.get('vary'), 'accept-encoding');
      assert.match(read(first), /script-11111111\.js/);
      release('script-22222222.js', 1_700_000_001);
      assert.match(read(await ask(port, coding)), /script-22222222\.js/);
    });

    test(`the document says when it was sent, and where: ${server}, as ${coding}`, async () => {
      const beforeMs = Math.floor(Date.now() / 1_000) * 1_000;
      const document = read(await ask(port, coding));
      const [, sent = ''] = /sent (.*) at/.exec(document) ?? [];
      const sentMs = Date.parse(`${sent.replace(' ', 'T')}Z`);
      // nginx may read its clock up to a second before it answers.
      assert.ok(sentMs >= beforeMs - 1_000 && sentMs <= Date.now(), document);
      assert.match(document, / at http:\/\/localhost\/preview\.png$/);
    });
  }
}
