import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

const WEB_ROOT = mkdtempSync(join(tmpdir(), 'page-'));
writeFileSync(join(WEB_ROOT, 'index.html'), '<!doctype html>');
after(() => rmSync(WEB_ROOT, { recursive: true }));

const appWith = (environment: Readonly<Record<string, string>>) =>
  buildApp(readConfig(environment), openPorts());

suite('below a base path, the API', () => {
  const app = appWith({ BASE_PATH: '/clock', WEB_ROOT });
  const statusOf = async (url: string) => (await app.inject(url)).statusCode;

  test('answers the same as in the root', async () => {
    for (const path of ['/', '/api/v1/time?zone=UTC', '/api/ip', '/api/docs', '/none']) {
      assert.equal(await statusOf(`/clock${path}`), await statusOf(path), path);
    }
    assert.equal(await statusOf('/clock/api/v1/time'), 200);
    assert.equal(await statusOf('/clock/api/timezone/Europe/Paris'), 200);
  });

  test('sends the path without its slash to the page, whose addresses are relative', async () => {
    const { statusCode, headers } = await app.inject('/clock?zone=UTC');
    assert.deepEqual([statusCode, headers.location], [308, '/clock/?zone=UTC']);
  });

  test('takes no other path that starts alike', async () => {
    assert.equal(await statusOf('/clocks/api/v1/time'), 404);
    assert.equal(await statusOf('/clock/clock/api/v1/time'), 404);
  });

  test('names the path in its document', async () => {
    const document = (await app.inject('/clock/api/openapi.json')).json();
    assert.equal(document.servers[0].url, '/clock');
  });
});

suite('without the page, the API', () => {
  test('answers / for the health checks of load balancers', async () => {
    const { statusCode, headers, body } = await appWith({}).inject('/');
    assert.deepEqual([statusCode, body], [200, 'healthy\n']);
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
    assert.equal(headers['cache-control'], 'no-store');
  });
});
