import assert from 'node:assert/strict';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { Problem } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

/** Blocks the event loop, which is what an overload looks like from inside. */
function blockLoop(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

// The limit is against hanging where requests are never turned away.
const timeout = 30_000;
test('turns requests away while the event loop lags, and takes them again', {
  timeout,
}, async () => {
  const app = buildApp(readConfig({ MAX_LOOP_LAG_MS: '200' }), openPorts());
  await app.ready();
  assert.equal((await app.inject('/api/v1/time')).statusCode, 200);
  blockLoop(1500);
  let refused = await app.inject('/api/v1/time');
  while (refused.statusCode === 200) {
    await new Promise(setImmediate);
    refused = await app.inject('/api/v1/time');
  }
  assert.equal(refused.statusCode, 503);
  assert.equal(refused.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.equal(refused.headers['retry-after'], '5');
  assert.equal(refused.headers['cache-control'], 'no-store');
  assert.equal(refused.headers['access-control-allow-origin'], '*');
  assert.deepEqual([...Value.Errors(Problem, refused.json())], []);
  assert.equal(refused.json().code, 'overloaded');
  let answer = refused;
  while (answer.statusCode === 503) {
    await new Promise(setImmediate);
    answer = await app.inject('/api/v1/time');
  }
  assert.equal(answer.statusCode, 200);
  await app.close();
});

test('turns away the rest of what arrived together once it has kept the loop for too long', async (t) => {
  const ports = openPorts();
  const app = buildApp(readConfig({ MAX_LOOP_LAG_MS: '50', WEB_ROOT: '' }), ports);
  app.get('/slow', () => {
    blockLoop(300);
    return 'slow';
  });
  t.after(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const request = 'GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const last = request.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
  socket.write(request.repeat(3) + last);
  const statuses = (await text(socket)).match(/(?<=HTTP\/1\.1 )\d+/g);
  assert.deepEqual(statuses, ['200', '503', '503', '503']);
  // They use up the budget of errors, so they count.
  assert.match(await ports.metrics.metrics(), /http_requests_total\{.*status="503"\} 3\n/);
});

test('limits the requests of an address where a limit is set, and says how many are left', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({ RATE_LIMIT_PER_MINUTE: '2' }), ports);
  const get = (remoteAddress: string) => app.inject({ url: '/api/v1/time', remoteAddress });
  const first = await get('192.0.2.1');
  assert.equal(first.statusCode, 200);
  assert.equal(first.headers['ratelimit-limit'], '2');
  assert.equal(first.headers['ratelimit-remaining'], '1');
  await get('192.0.2.1');
  const refused = await get('192.0.2.1');
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.match(await ports.metrics.metrics(), /http_requests_total\{.*status="429"\} 1\n/);
  assert.equal(refused.headers['retry-after'], '60');
  assert.deepEqual([...Value.Errors(Problem, refused.json())], []);
  assert.equal(refused.json().code, 'too-many-requests');
  assert.equal((await get('192.0.2.2')).statusCode, 200);
});

const REFUSED_URLS: readonly [
  kind: string,
  request: { url: string; method?: 'PUT' },
  status: number,
][] = [
  ['an unknown path', { url: '/api/v1/nothing' }, 404],
  ['a method that the path has not', { url: '/api/v1/time', method: 'PUT' }, 405],
  ['a malformed URL', { url: '/api/v1/%zz' }, 400],
  ['a refused query', { url: '/api/v1/time?x=1' }, 400],
];
for (const [kind, request, status] of REFUSED_URLS) {
  test(`counts ${kind} against the limit of an address, too`, async () => {
    const app = buildApp(readConfig({ RATE_LIMIT_PER_MINUTE: '1' }), openPorts());
    const first = await app.inject(request);
    assert.equal(first.statusCode, status);
    assert.equal(first.headers['ratelimit-remaining'], '0');
    const refused = await app.inject(request);
    assert.equal(refused.statusCode, 429);
    assert.equal(refused.headers['retry-after'], '60');
    assert.equal(refused.json().code, 'too-many-requests');
  });
}

test('counts by the address, however a proxy spells it, and IPv6 by the first 64 bits', async () => {
  const config = readConfig({ RATE_LIMIT_PER_MINUTE: '1', TRUST_PROXY: '10.0.0.0/8' });
  const spellings = [
    ['192.0.2.1', '192.0.2.1:4711', '::ffff:192.0.2.1', '[::ffff:c000:201]:80'],
    ['2001:db8::1', '2001:db8::2', '[2001:DB8::3]:4711', '2001:db8:0:0:9::1'],
    ['<script>', 'unknown', ''],
  ];
  for (const [first = '', ...others] of spellings) {
    const app = buildApp(config, openPorts());
    const get = (address: string) =>
      app.inject({
        url: '/api/v1/time',
        remoteAddress: '::ffff:10.0.0.1',
        headers: { 'x-forwarded-for': address },
      });
    assert.equal((await get(first)).statusCode, 200);
    for (const other of others) assert.equal((await get(other)).statusCode, 429, other);
  }
});

test('limits nobody where no limit is set', async () => {
  const { headers } = await buildApp(readConfig({}), openPorts()).inject('/api/v1/time');
  assert.equal(headers['ratelimit-limit'], undefined);
});
