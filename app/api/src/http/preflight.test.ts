import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

function preflight(url: string, method = 'GET') {
  const headers = {
    origin: 'https://other.example',
    'access-control-request-method': method,
    'access-control-request-headers': 'traceparent',
  };
  return buildApp(readConfig({}), openPorts()).inject({ method: 'OPTIONS', url, headers });
}

const paths: readonly [path: string, method?: string][] = [
  ['/api/v1/time'],
  ['/api/v1/sync'],
  ['/api/v1/sync?nonce=1234567890123456789012'],
  ['/api/v1/timezones'],
  ['/api/v1/timezone?timezone=UTC'],
  ['/api/v1/convert'],
  ['/api/v1/compare'],
  ['/api/v1/events'],
  ['/api/timezone'],
  ['/api/timezone.txt'],
  ['/api/timezone/Europe'],
  ['/api/timezone/Europe/Paris'],
  ['/api/timezone/America/Argentina/Ushuaia.txt'],
  ['/api/utctiming/iso'],
  ['/api/openapi.json'],
  ['/api/docs'],
  ['/api/timesync', 'POST'],
  // The page can read the 404 of its request, but not a refused preflight.
  ['/api/v1/nothing'],
];
for (const [path, method = 'GET'] of paths) {
  test(`answers the preflight of ${method} ${path}`, async () => {
    const answer = await preflight(path, method);
    assert.deepEqual([answer.statusCode, answer.body], [204, '']);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.equal(answer.headers['access-control-allow-methods'], 'GET, HEAD, POST');
    assert.equal(
      answer.headers['access-control-allow-headers'],
      'accept-language, baggage, cache-control, content-type, pragma, traceparent, tracestate, x-requested-with',
    );
    assert.equal(answer.headers['access-control-max-age'], '86400');
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
  });
}

test('answers 405 to OPTIONS outside of the API', async () => {
  const app = buildApp(readConfig({}), openPorts());
  app.get('/page', () => 'page');
  assert.equal((await app.inject({ method: 'OPTIONS', url: '/page' })).statusCode, 405);
});
