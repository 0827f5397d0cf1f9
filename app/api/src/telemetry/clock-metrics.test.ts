import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPorts, samplesOf } from '../app.fixture.ts';
import { offsetReading } from '../clock/fake-host.fixture.ts';

test('shows the state of the clock and the half-width of its interval', async () => {
  const ports = openPorts();
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_status'), [
    'clock_status{status="synchronized"} 1',
    'clock_status{status="holdover"} 0',
    'clock_status{status="contradictory"} 0',
    'clock_status{status="unsynchronized"} 0',
    'clock_status{status="unknown"} 0',
  ]);
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_bound_seconds'), [
    'clock_bound_seconds 0.002',
  ]);
});

test('shows the drift by which the bound grows, and none without a bound', async () => {
  const ports = openPorts();
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_drift_ratio'), [
    'clock_drift_ratio 0.0005',
  ]);
  ports.source.reading = { kind: 'unsynchronized', source: 'kernel', reason: 'nothing keeps it' };
  ports.clock.refresh();
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_drift_ratio'), []);
});

test('shows no half-width any more once there is no interval', async () => {
  const ports = openPorts();
  await ports.metrics.metrics();
  ports.source.reading = { kind: 'unsynchronized', source: 'kernel', reason: 'nothing keeps it' };
  ports.clock.refresh();
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_bound_seconds'), []);
  const status = await samplesOf(ports.metrics, 'clock_status');
  assert.ok(status.includes('clock_status{status="unsynchronized"} 1'));
  assert.ok(status.includes('clock_status{status="synchronized"} 0'));
});

test('counts the steps of the host clock, from none on', async () => {
  const ports = openPorts();
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_steps_total'), ['clock_steps_total 0']);
  ports.host.step(60_000_000_000n);
  ports.clock.read();
  await ports.metrics.metrics();
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_steps_total'), ['clock_steps_total 1']);
});

test('shows the leap second that is announced, and how far TAI is ahead', async () => {
  const ports = openPorts(offsetReading({ leap: 'insert', taiOffsetSeconds: 37 }));
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_leap'), [
    'clock_leap{leap="none"} 0',
    'clock_leap{leap="insert"} 1',
    'clock_leap{leap="delete"} 0',
    'clock_leap{leap="unknown"} 0',
  ]);
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_tai_offset_seconds'), [
    'clock_tai_offset_seconds 37',
  ]);
});

test('shows no TAI offset where nobody tells it', async () => {
  const ports = openPorts(offsetReading({ taiOffsetSeconds: null }));
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_tai_offset_seconds'), []);
});

test('shows how long ago the last reading was', async () => {
  const ports = openPorts();
  ports.host.pass(2_500_000_000n);
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_reading_age_seconds'), [
    'clock_reading_age_seconds 2.5',
  ]);
});

test('shows no age before the first reading', async () => {
  const ports = openPorts({ kind: 'unknown', source: 'ntp', reason: 'asked' });
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_reading_age_seconds'), []);
});

test('shows whether the bound is authenticated, and nothing without a bound', async () => {
  const ports = openPorts(offsetReading({ authenticated: true }));
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_authenticated'), [
    'clock_authenticated 1',
  ]);
  ports.source.reading = offsetReading();
  ports.clock.refresh();
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_authenticated'), [
    'clock_authenticated 0',
  ]);
  ports.source.reading = { kind: 'unsynchronized', source: 'kernel', reason: 'nothing keeps it' };
  ports.clock.refresh();
  assert.deepEqual(await samplesOf(ports.metrics, 'clock_authenticated'), []);
});
