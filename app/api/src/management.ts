import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Registry } from 'prom-client';
import { handleErrors } from './http/error-handling.ts';
import { answerClientError } from './http/malformed-http.ts';
import { responseHeaders } from './http/response-headers.ts';
import type { Lifecycle } from './lifecycle.ts';

export interface ManagementPorts {
  readonly log: FastifyBaseLogger;
  readonly metrics: Registry;
  readonly lifecycle: Lifecycle;
}

/** What is running. */
export interface Version {
  readonly version: string;
  readonly commit: string | null;
  readonly tzdb: string;
}

/**
 * The server for the cluster alone: probes, metrics, version. Readiness says whether to send
 * requests here, never whether the clock is synchronised: answers say that themselves.
 */
export function buildManagement(version: Version, ports: ManagementPorts): FastifyInstance {
  const { log, metrics, lifecycle } = ports;
  const management = Fastify({
    loggerInstance: log,
    childLoggerFactory: () => log,
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
  });
  handleErrors(management);
  management.addHook('onRequest', (request, reply, done) => {
    reply.headers(responseHeaders(request.url));
    done();
  });

  management.get('/livez', () => 'alive\n');
  management.get('/readyz', (_request, reply) => {
    reply.code(lifecycle.phase === 'ready' ? 200 : 503).send(`${lifecycle.phase}\n`);
  });
  management.get('/metrics', async (_request, reply) => {
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
  management.get('/version', () => version);
  return management;
}
