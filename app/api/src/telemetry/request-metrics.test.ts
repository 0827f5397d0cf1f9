import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { openPorts, samplesOf } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

test('counts requests by method, route and status, whatever their query', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  await app.inject('/api/v1/time');
  await app.inject('/api/v1/time?timezone=UTC');
  await app.inject('/api/v1/time?nonsense=1');
  await app.inject({ method: 'HEAD', url: '/api/v1/time' });
  assert.deepEqual(await samplesOf(ports.metrics, 'http_requests_total'), [
    'http_requests_total{method="GET",route="/api/v1/time",status="200"} 2',
    'http_requests_total{method="GET",route="/api/v1/time",status="400"} 1',
    'http_requests_total{method="HEAD",route="/api/v1/time",status="200"} 1',
  ]);
});

test('counts all requests without a route under one label, and rare methods too', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  for (const url of ['/a', '/b', '/api/v1/nothing']) await app.inject(url);
  for (const method of ['DELETE', 'PATCH'] as const) await app.inject({ method, url: '/a' });
  assert.deepEqual(await samplesOf(ports.metrics, 'http_requests_total'), [
    'http_requests_total{method="GET",route="none",status="404"} 3',
    'http_requests_total{method="other",route="none",status="404"} 2',
  ]);
});

test('counts what reaches no hook: a URL that can not be read, its refusal, CONNECT, and what is no HTTP', async (t) => {
  const ports = openPorts();
  const app = buildApp(readConfig({ RATE_LIMIT_PER_MINUTE: '1' }), ports);
  t.after(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  for (const [bytes, status] of [
    ['GET /api/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
    ['GET /api/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 429],
    ['CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    ['hello\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ] as const) {
    const socket = connect(port, '127.0.0.1');
    socket.end(bytes);
    assert.match(await text(socket), new RegExp(`^HTTP/1.1 ${status} `));
  }
  assert.deepEqual(await samplesOf(ports.metrics, 'http_requests_total'), [
    'http_requests_total{method="GET",route="none",status="400"} 1',
    'http_requests_total{method="GET",route="none",status="429"} 1',
    'http_requests_total{method="other",route="none",status="405"} 1',
    'http_requests_total{method="other",route="none",status="400"} 1',
    'http_requests_total{method="other",route="none",status="431"} 1',
  ]);
  const refused = await samplesOf(ports.metrics, 'http_requests_refused_total');
  assert.ok(refused.includes('http_requests_refused_total{reason="too-many-requests"} 1'));
});

test('times requests by route and class of status', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  await app.inject('/api/v1/time');
  await app.inject({ method: 'HEAD', url: '/api/v1/time' });
  await app.inject('/api/v1/time?nonsense=1');
  const name = 'http_request_duration_seconds';
  assert.deepEqual(await samplesOf(ports.metrics, `${name}_count`), [
    `${name}_count{route="/api/v1/time",status_class="2xx"} 2`,
    `${name}_count{route="/api/v1/time",status_class="4xx"} 1`,
  ]);
  const buckets = await samplesOf(ports.metrics, `${name}_bucket`);
  assert.match(buckets[0] ?? '', /le="0\.00025"/);
  assert.ok(buckets.some((bucket) => bucket.includes('le="0.05"')));
  assert.match(buckets[11] ?? '', /le="\+Inf".* 2$/);
  const [sum = ''] = await samplesOf(ports.metrics, `${name}_sum`);
  const seconds = Number(sum.split(' ').at(-1));
  assert.ok(seconds > 0 && seconds < 10);
});

test('counts the bytes of bodies that are sent', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  const { rawPayload } = await app.inject('/api/v1/time');
  await app.inject({ method: 'HEAD', url: '/api/v1/time' });
  assert.deepEqual(await samplesOf(ports.metrics, 'http_response_body_bytes_total'), [
    `http_response_body_bytes_total{route="/api/v1/time"} ${rawPayload.length}`,
  ]);
});

test('counts the bytes of bodies on a socket', async (t) => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  t.after(() => app.close());
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const body = await (await fetch(`${url}/api/v1/time`)).bytes();
  await app.close();
  assert.deepEqual(await samplesOf(ports.metrics, 'http_response_body_bytes_total'), [
    `http_response_body_bytes_total{route="/api/v1/time"} ${body.length}`,
  ]);
});

test('leaves event streams out of counts and durations', async (t) => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  t.after(() => app.close());
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const stream = new AbortController();
  const answer = await fetch(`${url}/api/v1/events`, { signal: stream.signal });
  assert.equal(answer.status, 200);
  const inFlight = async () => samplesOf(ports.metrics, 'http_requests_in_flight');
  assert.deepEqual(await inFlight(), ['http_requests_in_flight 1']);
  stream.abort();
  await app.close();
  assert.deepEqual(await samplesOf(ports.metrics, 'http_requests_total'), []);
  assert.deepEqual(await inFlight(), ['http_requests_in_flight 0']);
});

test('a request is in flight until its client is gone', async (t) => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  t.after(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const arrived = once(app.server, 'request');
  socket.write('POST /api/timesync HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n');
  const [, response] = await arrived;
  const inFlight = async () => samplesOf(ports.metrics, 'http_requests_in_flight');
  assert.deepEqual(await inFlight(), ['http_requests_in_flight 1']);
  const closed = once(response, 'close');
  socket.destroy();
  await closed;
  assert.deepEqual(await inFlight(), ['http_requests_in_flight 0']);
});

test('counts those that are turned away by reason, from none on', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({ RATE_LIMIT_PER_MINUTE: '2' }), ports);
  const refused = async () => samplesOf(ports.metrics, 'http_requests_refused_total');
  assert.deepEqual(await refused(), [
    'http_requests_refused_total{reason="overloaded"} 0',
    'http_requests_refused_total{reason="too-many-requests"} 0',
    'http_requests_refused_total{reason="too-many-streams"} 0',
  ]);
  assert.equal((await app.inject('/api/v1/time')).statusCode, 200);
  assert.equal((await app.inject('/nothing')).statusCode, 404);
  assert.equal((await app.inject('/api/v1/time')).statusCode, 429);
  const expected = [
    'http_requests_refused_total{reason="overloaded"} 0',
    'http_requests_refused_total{reason="too-many-requests"} 1',
    'http_requests_refused_total{reason="too-many-streams"} 0',
  ];
  assert.deepEqual(await refused(), expected);
});

test('counts the same whenever it is scraped', async () => {
  const ports = openPorts();
  await buildApp(readConfig({}), ports).inject('/api/v1/time');
  for (const name of ['http_requests_total', 'http_response_body_bytes_total']) {
    const first = await samplesOf(ports.metrics, name);
    assert.deepEqual(await samplesOf(ports.metrics, name), first);
  }
});
