import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writePolicy } from '@dataiku-assessment/contract/response-headers';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

const app = buildApp(readConfig({}), openPorts());

test('serves the page under the policy of all pages, but for pictures in data:', async () => {
  const page = await app.inject('/api/docs');
  assert.equal(page.statusCode, 200);
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(
    page.headers['content-security-policy'],
    writePolicy().replace("img-src 'self';", "img-src 'self' data:;"),
  );
  assert.notEqual(page.headers['content-security-policy'], writePolicy());
});

test('names no asset from elsewhere, and serves each that it names', async () => {
  const { body } = await app.inject('/api/docs');
  const PAGE = 'http://api.example/api/docs';
  const assets = [...body.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, path = '']) => new URL(path, PAGE))
    .map(({ origin, pathname }) => {
      assert.equal(origin, 'http://api.example');
      return pathname;
    });
  for (const path of assets.filter((path) => path.startsWith('/api/docs/'))) {
    const answer = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip' } });
    assert.equal(answer.statusCode, 200, path);
    assert.match(String(answer.headers['content-type']), /^text\/(css|javascript); charset=utf-8$/);
    assert.equal(answer.headers['cache-control'], 'public, max-age=3600');
  }
});
