import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

const LOG_ALL = readConfig({ LOG_REQUESTS: 'all' });
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN_ID = '00f067aa0ba902b7';

/** The log lines of one request. */
async function logLinesOf(url: string, headers = {}, config = LOG_ALL) {
  const ports = openPorts();
  await buildApp(config, ports).inject({ url, headers });
  return ports.logLines;
}

test('logs each request when all are asked for', async () => {
  const lines = await logLinesOf('/api/v1/time?timezone=UTC');
  assert.equal(lines.length, 1);
  const { msg, level, method, url, status, durationMs, requestId } = lines[0] ?? {};
  assert.deepEqual([msg, level], ['request', 30]);
  assert.deepEqual([method, url, status], ['GET', '/api/v1/time?timezone=UTC', 200]);
  assert.ok(typeof durationMs === 'number' && durationMs > 0);
  assert.match(String(requestId), /^[0-9a-f]{8}-1$/);
});

test('logs refused requests too, with their status', async () => {
  const [line] = await logLinesOf('/nothing');
  assert.equal(line?.status, 404);
});

test('logs no request that was quick, by default', async () => {
  assert.deepEqual(await logLinesOf('/api/v1/time', {}, readConfig({})), []);
});

test('logs a slow request by default', async () => {
  const ports = openPorts();
  const { nowNs } = ports.host;
  ports.host.nowNs = () => {
    const untilMs = performance.now() + 2;
    while (performance.now() < untilMs);
    return nowNs();
  };
  await buildApp(readConfig({ LOG_SLOW_MS: '1' }), ports).inject('/api/v1/time');
  const [line] = ports.logLines;
  assert.equal(line?.msg, 'request');
  assert.ok(Number(line.durationMs) >= 2);
});

test('cuts a long URL short', async () => {
  const [line] = await logLinesOf(`/${'x'.repeat(4000)}`);
  assert.equal(String(line?.url).length, 256);
});

test("names a request by an id of its own and ignores the client's", async () => {
  const [line] = await logLinesOf('/api/v1/time', { 'request-id': 'mine', 'x-request-id': 'mine' });
  assert.doesNotMatch(JSON.stringify(line), /mine/);
  assert.match(String(line?.requestId), /^[0-9a-f]{8}-1$/);
});

test('gives each request another id', async () => {
  const ports = openPorts();
  const app = buildApp(LOG_ALL, ports);
  await app.inject('/api/v1/time');
  await app.inject('/api/v1/time');
  const [first, second] = ports.logLines.map(({ requestId }) => requestId);
  assert.notEqual(first, second);
});

test('takes up a valid traceparent', async () => {
  const traceparent = `00-${TRACE_ID}-${SPAN_ID}-01`;
  const [line] = await logLinesOf('/api/v1/time', { traceparent });
  assert.deepEqual([line?.traceId, line?.parentSpanId], [TRACE_ID, SPAN_ID]);
});

test('ignores a traceparent that is not valid', async () => {
  const [line] = await logLinesOf('/api/v1/time', { traceparent: `00-${TRACE_ID}-${SPAN_ID}` });
  assert.ok(line !== undefined && !('traceId' in line) && !('parentSpanId' in line));
});

test("does not log the client's address", async () => {
  const [line] = await logLinesOf('/api/v1/time', { 'x-forwarded-for': '203.0.113.7' });
  assert.doesNotMatch(JSON.stringify(line), /203\.0\.113\.7|127\.0\.0\.1/);
});
