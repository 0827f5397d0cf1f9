import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { openServer, type ServerPorts } from './http/open-server.ts';
import { tzDatabase } from './zones/tz-database.ts';

export interface ManagementPorts extends ServerPorts {
  readonly metrics: Registry;
}

/** Probes and Prometheus need few; more would take descriptors from the public port. */
const MOST_CONNECTIONS = 16;

/** The running version. */
export interface Version {
  readonly version: string;
  readonly commit: string | null;
}

/**
 * The server for the cluster alone: probes, metrics, version. Readiness does not depend on the clock:
 * each answer carries its status.
 */
export function buildManagement(version: Version, ports: ManagementPorts): FastifyInstance {
  const { metrics, lifecycle } = ports;
  const management = openServer(ports);
  management.server.maxConnections = MOST_CONNECTIONS;

  management.get('/livez', () => 'alive\n');
  management.get('/readyz', (_request, reply) => {
    reply.code(lifecycle.phase === 'ready' ? 200 : 503).send(`${lifecycle.phase}\n`);
  });
  management.get('/metrics', async (_request, reply) => {
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
  management.get('/version', () => ({ ...version, tzdb: tzDatabase().version }));
  return management;
}
