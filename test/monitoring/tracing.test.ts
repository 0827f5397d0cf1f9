import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type TestContext, test } from 'node:test';
import { API_BUNDLE, startApi } from '../system/api-process.ts';
import { startTraceCollector, valuesOf } from './trace-collector.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT_ID = '00f067aa0ba902b7';

/** What a collector got of an API, once that has ended. */
async function collected(t: TestContext, env: Record<string, string>) {
  const collector = await startTraceCollector();
  t.after(collector.close);
  const api = await startApi({
    DRAIN_SECONDS: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    ...env,
  });
  t.after(api.kill);
  const headers = { traceparent: `00-${TRACE_ID}-${PARENT_ID}-01` };
  assert.equal((await fetch(`${api.url}/api/v1/time`, { headers })).status, 200);
  assert.equal((await fetch(`${api.url}/api/v1/time?nonsense=1`)).status, 400);
  const stream = await fetch(`${api.url}/api/v1/events`);
  await stream.body?.cancel();
  api.signal('SIGTERM');
  assert.equal(await api.exitCode, 0);
  return collector;
}

test("sends a span for each request, in its caller's trace, before it ends", async (t) => {
  const collector = await collected(t, { INSTANCE: 'pod-a' });
  assert.deepEqual([...new Set(collector.paths)], ['/v1/traces']);
  const spans = collector.spans();
  const [first, second, ...others] = spans;
  assert.deepEqual(others, []);
  assert.deepEqual([first?.traceId, first?.parentSpanId], [TRACE_ID, PARENT_ID]);
  assert.notEqual(second?.traceId, TRACE_ID);
  for (const { attributes } of spans) {
    assert.equal(valuesOf(attributes)['http.route'], '/api/v1/time');
  }
  const resource = collector.resource();
  assert.deepEqual(
    [resource['service.name'], resource['service.instance.id']],
    ['dataiku-api', 'pod-a'],
  );
});

test("takes OpenTelemetry's own variables", async (t) => {
  const collector = await collected(t, {
    OTEL_SERVICE_NAME: 'time-of-day',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=staging',
    OTEL_TRACES_SAMPLER: 'parentbased_always_off',
  });
  assert.deepEqual(
    collector.spans().map(({ traceId }) => traceId),
    [TRACE_ID],
  );
  assert.equal(collector.resource()['service.name'], 'time-of-day');
  assert.equal(collector.resource()['deployment.environment.name'], 'staging');
});

test('a collector that is gone changes no answer, and keeps nothing from ending', async (t) => {
  const api = await startApi({
    DRAIN_SECONDS: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_EXPORTER_OTLP_TIMEOUT: '500',
  });
  t.after(api.kill);
  assert.equal((await fetch(`${api.url}/api/v1/time`)).status, 200);
  api.signal('SIGTERM');
  assert.equal(await api.exitCode, 0);
  await api.logged(/"the last traces are lost"/);
});

test('the bundle reads nothing of OpenTelemetry until it is asked to', () => {
  const names = /OTLPTraceExporter|NodeTracerProvider/;
  const filesOf = (pattern: string) =>
    globSync(`${dirname(API_BUNDLE)}/${pattern}`).map((file) => readFileSync(file, 'utf8'));
  const atStart = filesOf('*.cjs');
  assert.equal(atStart.length, 2);
  for (const text of atStart) assert.doesNotMatch(text, names);
  assert.ok(filesOf('on-demand/*.cjs').some((text) => names.test(text)));
});
