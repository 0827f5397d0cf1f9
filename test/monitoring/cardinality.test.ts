import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { test } from 'node:test';
import { startApi } from '../system/api-process.ts';

/** What docs/monitoring.md promises of one pod. */
const MOST_SERIES = 2000;
const ROUNDS = 12;
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'DELETE', 'PROPFIND', 'M-SEARCH'];
/** What a route may be given beside nonsense, so that its good answers are counted too. */
const QUERIES = ['', '?timezone=Europe/Paris', '?id=Asia/Tokyo', '?nonce=q83vEjRWeJCrze8SNFZ4kA'];

test('whatever is asked, one pod has fewer than 2,000 series', async (t) => {
  const api = await startApi({ RATE_LIMIT_PER_MINUTE: '1000000', EVENTS_PER_ADDRESS: '1' });
  t.after(api.kill);
  const document = await (await fetch(`${api.url}/api/openapi.json`)).json();
  const known = Object.keys((document as { paths: object }).paths);
  assert.ok(known.length > 15);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const path of [...known, '/', '/icon.svg', '/api/docs']) {
      const filled = path.replace(/\{\w+\}/g, () => (round % 2 ? 'Europe' : nonsense()));
      await Promise.all(METHODS.map((method) => send(api.url, method, filled, round)));
      await send(api.url, 'GET', `/${nonsense()}${filled}`, round);
    }
  }
  const exposition = await (await fetch(`${api.managementUrl}/metrics`)).text();
  const series = exposition.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  t.diagnostic(`${series.length} series`);
  assert.ok(series.length > 500, `${series.length} series: the load reached too little`);
  assert.ok(series.length < MOST_SERIES, `${series.length} series`);
  assert.doesNotMatch(exposition, /="[^"]*(Europe|[0-9a-f]{12}|PROPFIND)/);
});

/** Six bytes of nothing, as no other request has them. */
function nonsense(): string {
  return randomBytes(6).toString('hex');
}

/** Sends one request, whose answer doesn't matter. */
function send(url: string, method: string, path: string, round: number): Promise<void> {
  const query = QUERIES[round % QUERIES.length] || (round > 6 ? `?${nonsense()}=1` : '');
  const accept = round % 3 === 0 ? 'image/png' : '*/*';
  return new Promise((resolve) => {
    const sent = request(url + path + query, { method, headers: { accept } }, (response) => {
      // A stream would never end.
      if (path.endsWith('/events')) response.destroy();
      response.resume().once('close', resolve);
    });
    sent.once('error', () => resolve());
    sent.end();
  });
}
