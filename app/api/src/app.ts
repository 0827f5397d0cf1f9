import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { ServerClock } from './clock/server-clock.ts';
import { openAddressZones } from './drop-in/address-zones.ts';
import { timeApiRoutes } from './drop-in/time-api-routes.ts';
import { timesyncRoute } from './drop-in/timesync-route.ts';
import { utcTimingRoutes } from './drop-in/utc-timing-routes.ts';
import { worldTimeRoutes } from './drop-in/world-time-routes.ts';
import { EventStreams } from './events/event-streams.ts';
import { subscriberLimits } from './events/subscriber-limits.ts';
import { Subscribers } from './events/subscribers.ts';
import { withoutBasePath } from './http/base-path.ts';
import { trustsProxy } from './http/client-address.ts';
import { connectionLimit } from './http/connection-limit.ts';
import { limitLoad } from './http/load-limits.ts';
import { openServer, type ServerPorts } from './http/open-server.ts';
import { collectRoutes } from './http/openapi/described-routes.ts';
import { servePage } from './http/page.ts';
import { answerPreflights } from './http/preflight.ts';
import { decorateSendText } from './http/send-text.ts';
import { compareRoute } from './routes/compare.ts';
import { convertRoute } from './routes/convert.ts';
import { docsRoute } from './routes/docs.ts';
import { eventsRoute } from './routes/events.ts';
import { openApiRoute } from './routes/openapi.ts';
import { syncRoute } from './routes/sync.ts';
import { timeRoute } from './routes/time.ts';
import { timezoneRoute } from './routes/timezone.ts';
import { timezonesRoute } from './routes/timezones.ts';
import type { Config } from './settings.ts';
import { countStreams } from './telemetry/metrics.ts';
import { requestLogger } from './telemetry/request-log.ts';
import { meterRequests } from './telemetry/request-metrics.ts';
import type { Tracing } from './telemetry/tracing.ts';

/** The ports that the application takes from its process. */
export interface Ports extends ServerPorts {
  readonly clock: ServerClock;
  readonly metrics: Registry;
  /** null: requests are not traced. */
  readonly tracing: Tracing | null;
}

/**
 * The public server: the API, and the page when the settings name its folder. Not listening yet.
 * @throws ConfigError when that folder holds no page.
 */
export function buildApp(config: Config, ports: Ports): FastifyInstance {
  const { clock, metrics, tracing, log } = ports;
  const logRequest = requestLogger({
    log,
    logsAll: config.LOG_REQUESTS === 'all',
    slowMs: config.LOG_SLOW_MS,
  });
  const options = {
    genReqId: requestIds(),
    trustProxy: config.TRUST_PROXY === undefined ? false : trustsProxy(config.TRUST_PROXY),
    // Programs put a slash behind any path, and follow no redirect.
    routerOptions: { ignoreTrailingSlash: true },
    // Longer than the 90 s after which Traefik closes an idle connection: the edge closes first,
    // so no request meets a connection that is being closed.
    keepAliveTimeout: 95_000,
    requestTimeout: 30_000,
    ...(config.BASE_PATH !== undefined && { rewriteUrl: withoutBasePath(config.BASE_PATH) }),
  };
  const app = openServer(ports, options, (request, reply, durationMs) => {
    if (request.routeOptions.config.isStream && reply.statusCode === 200) return;
    measure(request, reply, durationMs);
    logRequest(request, reply.statusCode, durationMs);
  });
  const measure = meterRequests(app, metrics);
  app.server.maxConnections = connectionLimit();
  // Tracing ends a request's span in a hook on sending; the rate limit gives replies headers.
  const byNode = tracing === null && config.RATE_LIMIT_PER_MINUTE === undefined;
  decorateSendText(app, { byNode });
  if (tracing !== null) {
    app.register(tracing.plugin);
    app.addHook('onClose', () => tracing.close());
  }
  limitLoad(app, {
    maxLagMs: config.MAX_LOOP_LAG_MS,
    perMinute: config.RATE_LIMIT_PER_MINUTE,
  });
  answerPreflights(app);
  const routes = collectRoutes(app);
  app.register(timeRoute, { clock, instance: config.INSTANCE });
  app.register(syncRoute, { clock });
  app.register(timezonesRoute);
  app.register(timezoneRoute, { clock });
  app.register(convertRoute);
  app.register(compareRoute, { clock });
  const subscribers = new Subscribers(subscriberLimits(config.EVENTS_PER_ADDRESS));
  countStreams(metrics, subscribers);
  app.register(eventsRoute, { streams: new EventStreams(clock, subscribers), subscribers });
  app.register(async (timeApis) => {
    const findZone = await openAddressZones(config.GEOIP_DATABASE);
    timeApis.register(worldTimeRoutes, { clock, findZone });
    timeApis.register(timeApiRoutes, { clock, findZone });
  });
  app.register(utcTimingRoutes, { clock });
  app.register(timesyncRoute, { clock });
  app.register(openApiRoute, { routes, basePath: config.BASE_PATH });
  app.register(docsRoute);
  if (config.WEB_ROOT !== undefined) servePage(app, config.WEB_ROOT, config.BASE_PATH);
  else answerHealthChecks(app);
  return app;
}

/** Load balancers ask `/` for the health of what they send requests to, unless they are told otherwise. */
function answerHealthChecks(app: FastifyInstance): void {
  app.get('/', (_request, reply) =>
    reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('healthy\n'),
  );
}

/** Ids for log lines, unique over restarts. */
function requestIds(): () => string {
  const processId = randomUUID().slice(0, 8);
  let count = 0;
  return () => `${processId}-${++count}`;
}
