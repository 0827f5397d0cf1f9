import { ClockStatus } from '@dataiku-assessment/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ServerClock } from './clock/server-clock.ts';
import type { Subscribers } from './events/subscribers.ts';

const NS_PER_SECOND = 1e9;

/** The process's metrics: its own, the clock's, and what each `requestMeter` adds. */
export function createMetrics(clock: ServerClock): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'clock_status',
    help: 'The state of the clock: 1 for the one it is in, 0 for the others.',
    labelNames: ['status'],
    registers: [registry],
    collect() {
      const current = clock.read().clock.status;
      for (const status of ClockStatus.enum) this.set({ status }, status === current ? 1 : 0);
    },
  });
  new Gauge({
    name: 'clock_bound_seconds',
    help: 'The half-width of the interval that holds UTC; absent when there is none.',
    registers: [registry],
    collect() {
      const range = clock.read().utcMinusHost;
      if (range === null) this.remove();
      else this.set(Number(range.maxNs - range.minNs) / 2 / NS_PER_SECOND);
    },
  });
  new Counter({
    name: 'clock_steps_total',
    help: 'How often the host clock was stepped, or the host slept.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(clock.baseChanges);
    },
  });
  return registry;
}

/** Counts and times answered requests by method, route pattern and status. */
export function requestMeter(registry: Registry) {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: reply.statusCode };
    duration.observe(labels, reply.elapsedTime / 1000);
  };
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
