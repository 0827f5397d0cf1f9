import { pino } from 'pino';
import type { Registry } from 'prom-client';
import type { Reading } from './clock/clock-source.ts';
import { fakeHost, fakeSource, offsetReading } from './clock/fake-host.fixture.ts';
import { ServerClock } from './clock/server-clock.ts';
import type { Lifecycle } from './lifecycle.ts';
import { createMetrics } from './telemetry/metrics.ts';

type LogLine = Readonly<Record<string, unknown>>;

/**
 * The ports of `buildApp` and `buildManagement`, with clocks and a clock source that a test sets, and
 * the lines that were logged. The process is ready.
 */
export function openPorts(reading: Reading = offsetReading()) {
  const host = fakeHost();
  const source = fakeSource(reading);
  const clock = new ServerClock({ host, source, maxBoundNs: 1_000_000_000n });
  const logLines: LogLine[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => logLines.push(JSON.parse(line)) });
  const lifecycle: Lifecycle = { phase: 'ready' };
  const metrics = createMetrics(clock);
  return { host, source, clock, log, logLines, metrics, lifecycle, tracing: null };
}

/** The samples of one metric, as they are scraped. */
export async function samplesOf(metrics: Registry, name: string): Promise<string[]> {
  const text = await metrics.metrics();
  return text.split('\n').filter((line) => new RegExp(`^${name}[{ ]`).test(line));
}
