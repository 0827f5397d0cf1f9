import { performance } from 'node:perf_hooks';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ServerClock } from '../clock/server-clock.ts';
import type { Subscribers } from '../events/subscribers.ts';
import type { Version } from '../management.ts';
import { memoryLimitBytes } from '../memory-limit.ts';
import { meterClock } from './clock-metrics.ts';
import type { LogDestination } from './log-destination.ts';

/** Unused, and one series for each of seven heap spaces. */
const UNUSED_DEFAULTS = [
  'nodejs_heap_space_size_total_bytes',
  'nodejs_heap_space_size_used_bytes',
  'nodejs_heap_space_size_available_bytes',
];

/** The registry of the process, with the metrics of process and clock. */
export function createMetrics(clock: ServerClock): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of UNUSED_DEFAULTS) registry.removeSingleMetric(name);
  meterProcess(registry);
  meterClock(registry, clock);
  return registry;
}

/** The limits of the process that prom-client does not count: its one thread, and its memory. */
function meterProcess(registry: Registry): void {
  new Counter({
    name: 'nodejs_eventloop_active_seconds_total',
    help: 'Time in which the event loop was busy; its rate is the utilisation.',
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

/** Exposes the version that is running. */
export function meterBuild(registry: Registry, { version, commit }: Version): void {
  new Gauge({
    name: 'dataiku_build_info',
    help: 'The running version; the value is always 1.',
    labelNames: ['version', 'commit', 'node'],
    registers: [registry],
  }).set({ version, commit: commit ?? 'unknown', node: process.version }, 1);
}

/** Counts the lines of the log that could not be written. */
export function meterLog(registry: Registry, destination: LogDestination): void {
  new Counter({
    name: 'log_lines_dropped_total',
    help: 'Lines of the log that could not be written, as to a full disk.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(destination.dropped);
    },
  });
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
    help: 'Event streams that were closed because their client did not read.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(subscribers.cut);
    },
  });
}
