import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { openPorts, samplesOf } from '../app.fixture.ts';
import { meterBuild } from './metrics.ts';

test('says which build runs', async () => {
  const { metrics } = openPorts();
  meterBuild(metrics, { version: '1.2.3', commit: null });
  assert.deepEqual(await samplesOf(metrics, 'dataiku_build_info'), [
    `dataiku_build_info{version="1.2.3",commit="unknown",node="${process.version}"} 1`,
  ]);
});

test('counts the time in which the event loop was at work, never less than before', async () => {
  const { metrics } = openPorts();
  // The loop has begun once it gets to this.
  await setImmediate();
  const [before = '', after = ''] = [
    ...(await samplesOf(metrics, 'nodejs_eventloop_active_seconds_total')),
    ...(await samplesOf(metrics, 'nodejs_eventloop_active_seconds_total')),
  ];
  assert.ok(numberOf(before) > 0);
  assert.ok(numberOf(after) >= numberOf(before));
});

test('shows a memory limit that the process is within', async () => {
  const { metrics } = openPorts();
  const [limit = ''] = await samplesOf(metrics, 'process_memory_limit_bytes');
  assert.ok(numberOf(limit) > process.memoryUsage.rss());
});

function numberOf(sample: string): number {
  return Number(sample.split(' ').at(-1));
}
