import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimesyncAnswer, TimesyncError } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { exchangeRaw } from '../http/raw-exchange.fixture.ts';

function post(payload: string, type = 'application/json') {
  const app = buildApp(readConfig({}), openPorts());
  const headers = { 'content-type': type };
  return app.inject({ method: 'POST', url: '/api/timesync', payload, headers });
}

for (const id of ['a1', 7, null]) {
  test(`answers the request with the id ${JSON.stringify(id)}`, async () => {
    const answer = await post(JSON.stringify({ jsonrpc: '2.0', id, method: 'timesync' }));
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.deepEqual([...Value.Errors(TimesyncAnswer, answer.json())], []);
    assert.deepEqual(answer.json(), { jsonrpc: '2.0', id, result: 1_795_410_422_880.099 });
  });
}

test('ignores what else a request holds', async () => {
  const answer = await post('{"id":1,"method":"timesync","params":{"a":[1]},"__proto__":{"id":2}}');
  assert.deepEqual([answer.statusCode, answer.json().id], [200, 1]);
});

const refused: readonly [payload: string, type?: string][] = [
  ['{'],
  [''],
  ['[]'],
  ['null'],
  ['{"id":1}'],
  ['{"id":1,"method":"other"}'],
  ['{"id":{},"method":"timesync"}'],
  ['{"id":1,"method":"timesync"}', 'text/plain'],
];
for (const [payload, type] of refused) {
  test(`refuses ${payload} as ${type ?? 'application/json'} with an error of JSON-RPC`, async () => {
    const answer = await post(payload, type);
    assert.equal(answer.statusCode, 400);
    assert.deepEqual([...Value.Errors(TimesyncError, answer.json())], []);
    assert.equal(answer.json().error.code, -32_600);
  });
}

test('refuses a body over the limit', async () => {
  const answer = await post(JSON.stringify({ id: 'x'.repeat(20_000), method: 'timesync' }));
  assert.deepEqual([answer.statusCode, answer.json().code], [413, 'body-too-large']);
});

test('refuses a request without a body at once, though it names a content type', async () => {
  const bytes =
    'POST /api/timesync HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n';
  const answer = await exchangeRaw(buildApp(readConfig({}), openPorts()), bytes);
  assert.equal(answer.status, 400);
  assert.match(answer.body, /Invalid Request/);
});
