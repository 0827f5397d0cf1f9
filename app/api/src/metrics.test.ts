import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPorts } from './app.fixture.ts';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';

/** The samples of one metric, as they are scraped. */
async function samplesOf(ports: ReturnType<typeof openPorts>, name: string): Promise<string[]> {
  const text = await ports.metrics.metrics();
  return text.split('\n').filter((line) => new RegExp(`^${name}[{ ]`).test(line));
}

test('counts requests by method, route and status, whatever their query', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  await app.inject('/api/v1/time');
  await app.inject('/api/v1/time?timezone=UTC');
  await app.inject('/api/v1/time?nonsense=1');
  assert.deepEqual(await samplesOf(ports, 'http_request_duration_seconds_count'), [
    'http_request_duration_seconds_count{method="GET",route="/api/v1/time",status="200"} 2',
    'http_request_duration_seconds_count{method="GET",route="/api/v1/time",status="400"} 1',
  ]);
});

test('counts all requests without a route under one label', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  for (const url of ['/a', '/b', '/api/v1/nothing']) await app.inject(url);
  assert.deepEqual(await samplesOf(ports, 'http_request_duration_seconds_count'), [
    'http_request_duration_seconds_count{method="GET",route="none",status="404"} 3',
  ]);
});

test('sorts requests into buckets by how long they took', async () => {
  const ports = openPorts();
  await buildApp(readConfig({}), ports).inject('/api/v1/time');
  const buckets = await samplesOf(ports, 'http_request_duration_seconds_bucket');
  assert.match(buckets[0] ?? '', /le="0\.0005"/);
  assert.match(buckets.at(-1) ?? '', /le="\+Inf".* 1$/);
  const [sum = ''] = await samplesOf(ports, 'http_request_duration_seconds_sum');
  const seconds = Number(sum.split(' ').at(-1));
  assert.ok(seconds > 0 && seconds < 10);
});

test('shows the state of the clock and the half-width of its interval', async () => {
  const ports = openPorts();
  assert.deepEqual(await samplesOf(ports, 'clock_status'), [
    'clock_status{status="synchronized"} 1',
    'clock_status{status="holdover"} 0',
    'clock_status{status="contradictory"} 0',
    'clock_status{status="unsynchronized"} 0',
    'clock_status{status="unknown"} 0',
  ]);
  assert.deepEqual(await samplesOf(ports, 'clock_bound_seconds'), ['clock_bound_seconds 0.002']);
});

test('shows no half-width any more once there is no interval', async () => {
  const ports = openPorts();
  await ports.metrics.metrics();
  ports.source.reading = { kind: 'unsynchronized', source: 'kernel', reason: 'nothing keeps it' };
  ports.clock.refresh();
  assert.deepEqual(await samplesOf(ports, 'clock_bound_seconds'), []);
  const status = await samplesOf(ports, 'clock_status');
  assert.ok(status.includes('clock_status{status="unsynchronized"} 1'));
  assert.ok(status.includes('clock_status{status="synchronized"} 0'));
});

test('counts the steps of the host clock, from none on', async () => {
  const ports = openPorts();
  assert.deepEqual(await samplesOf(ports, 'clock_steps_total'), ['clock_steps_total 0']);
  ports.host.step(60_000_000_000n);
  ports.clock.read();
  await ports.metrics.metrics();
  assert.deepEqual(await samplesOf(ports, 'clock_steps_total'), ['clock_steps_total 1']);
});
