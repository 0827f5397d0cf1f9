import { performance } from 'node:perf_hooks';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ServerClock } from '../clock/server-clock.ts';
import type { Subscribers } from '../events/subscribers.ts';
import type { Version } from '../management.ts';
import { memoryLimitBytes } from '../memory-limit.ts';
import { meterClock } from './clock-metrics.ts';

/** Of no use here, and one series for each heap space: seven of them. */
const UNUSED_DEFAULTS = [
  'nodejs_heap_space_size_total_bytes',
  'nodejs_heap_space_size_used_bytes',
  'nodejs_heap_space_size_available_bytes',
];

/** The process's metrics: its own, the clock's, and what is added to the registry later. */
export function createMetrics(clock: ServerClock): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of UNUSED_DEFAULTS) registry.removeSingleMetric(name);
  meterProcess(registry);
  meterClock(registry, clock);
  return registry;
}

/** What limits a process beyond what prom-client counts: its one thread, and its memory. */
function meterProcess(registry: Registry): void {
  new Counter({
    name: 'nodejs_eventloop_active_seconds_total',
    help: 'Time in which the event loop was at work; its rate is the share of it.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(performance.eventLoopUtilization().active / 1000);
    },
  });
  new Gauge({
    name: 'process_memory_limit_bytes',
    help: "The memory that this process may use: its container's limit, or the machine's memory.",
    registers: [registry],
  }).set(memoryLimitBytes());
}

/** Says what is running. */
export function meterBuild(registry: Registry, { version, commit, tzdb }: Version): void {
  new Gauge({
    name: 'dataiku_build_info',
    help: 'What is running; its value is always 1.',
    labelNames: ['version', 'commit', 'tzdb', 'node'],
    registers: [registry],
  }).set({ version, commit: commit ?? 'unknown', tzdb, node: process.version }, 1);
}

/** Counts the open event streams. */
export function countStreams(registry: Registry, subscribers: Subscribers): void {
  new Gauge({
    name: 'event_streams',
    help: 'Open event streams.',
    registers: [registry],
    collect() {
      this.set(subscribers.size);
    },
  });
  new Counter({
    name: 'event_streams_cut_total',
    help: 'Event streams that were cut because nobody read them.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(subscribers.cut);
    },
  });
}
