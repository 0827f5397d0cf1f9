import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Registry } from 'prom-client';
import type { ServerClock } from './clock/server-clock.ts';
import type { Config } from './config.ts';
import { answerUnroutable, handleErrors } from './http/error-handling.ts';
import { answerClientError, answerEveryRequest, malformedness } from './http/malformed-http.ts';
import { requestLogger } from './http/request-log.ts';
import { responseHeaders } from './http/response-headers.ts';
import type { Lifecycle } from './lifecycle.ts';
import { requestMeter } from './metrics.ts';
import { servePage } from './page.ts';
import { syncRoute } from './routes/sync.ts';
import { timeRoute } from './routes/time.ts';

/** What the application takes from its process. */
export interface Ports {
  readonly clock: ServerClock;
  readonly log: FastifyBaseLogger;
  readonly metrics: Registry;
  readonly lifecycle: Lifecycle;
}

/**
 * The public server: the API, and the page when the settings name its folder. Not listening yet.
 * @throws ConfigError when that folder holds no page.
 */
export function buildApp(config: Config, ports: Ports): FastifyInstance {
  const { clock, log, metrics, lifecycle } = ports;
  const app = Fastify({
    loggerInstance: log,
    // Log lines name their request by themselves: a child logger per request would cost more than
    // all the rest of an answer that logs nothing.
    childLoggerFactory: () => log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(),
    trustProxy: config.TRUST_PROXY ?? false,
    bodyLimit: 16_384,
    // Longer than the 90 s after which Traefik closes an idle connection: the edge closes first,
    // so no request meets a connection that is being closed.
    keepAliveTimeout: 95_000,
    requestTimeout: 30_000,
    return503OnClosing: false,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
    http: { requireHostHeader: false },
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerClientError,
  });
  answerEveryRequest(app.server);
  handleErrors(app);
  app.removeAllContentTypeParsers();
  // No route takes a body; one within the limit is read and dropped.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null));

  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(responseHeaders(request.url));
    if (lifecycle.phase === 'draining') reply.header('connection', 'close');
    done(malformedness(request.raw));
  });
  const measure = requestMeter(metrics);
  const logRequest = requestLogger({
    logsAll: config.LOG_REQUESTS === 'all',
    slowMs: config.LOG_SLOW_MS,
  });
  // One hook for both: each further hook costs an answer some microseconds.
  app.addHook('onResponse', (request, reply, done) => {
    measure(request, reply);
    logRequest(request, reply);
    done();
  });

  app.register(timeRoute, { clock, instance: config.INSTANCE });
  app.register(syncRoute, { clock });
  if (config.WEB_ROOT !== undefined) servePage(app, config.WEB_ROOT);
  return app;
}

/** Ids for log lines, unique over restarts. */
function requestIds(): () => string {
  const processId = randomUUID().slice(0, 8);
  let count = 0;
  return () => `${processId}-${++count}`;
}
