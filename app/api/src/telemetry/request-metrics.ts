import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type ProblemCode, ProblemError } from '../http/problems.ts';

/** In seconds: an answer takes well under a millisecond; the objective is 50 ms. */
const DURATION_BUCKETS = [0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5];
/** All other methods share one label value: Node's parser knows three dozen. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
/** Refusals that protect this process or its other clients. */
const REFUSALS = ['overloaded', 'too-many-requests', 'too-many-streams'] as const;

/** The answers of one method, route and status. */
interface Tally {
  readonly labels: { readonly method: string; readonly route: string; readonly status: number };
  count: number;
  bodyBytes: number;
  observeSeconds(seconds: number): void;
}

/**
 * Counts and times the requests to `app`. Call the returned function for each answered request,
 * event streams excepted. One process has few series: durations have no method and no exact status,
 * all unknown paths are one route, and so is the page (docs/decisions/0060).
 */
export function meterRequests(app: FastifyInstance, registry: Registry) {
  meterInFlight(app, registry);
  meterRefusals(app, registry);
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer, without event streams.',
    labelNames: ['route', 'status_class'],
    buckets: DURATION_BUCKETS,
    registers: [registry],
  });
  const tallies = new Map<string, Tally>();
  exposeTallies(registry, tallies);

  return ({ method }: FastifyRequest, reply: FastifyReply, url: string | undefined): void => {
    const { statusCode: status } = reply;
    const key = `${status} ${method} ${url}`;
    let tally = tallies.get(key);
    if (tally === undefined) {
      tally = openTally({ method: methodLabel(method), route: routeLabel(url), status }, durations);
      tallies.set(key, tally);
    }
    tally.count += 1;
    tally.observeSeconds(reply.elapsedTime / 1000);
    if (method !== 'HEAD') tally.bodyBytes += Number(reply.getHeader('content-length') ?? 0);
  };
}

type Labels = Tally['labels'];

function openTally(labels: Labels, durations: Histogram<'route' | 'status_class'>): Tally {
  const statusClass = `${Math.floor(labels.status / 100)}xx`;
  const { observe } = durations.labels(labels.route, statusClass);
  return { labels, count: 0, bodyBytes: 0, observeSeconds: observe };
}

function methodLabel(method: string): string {
  return METHODS.has(method) ? method : 'other';
}

/** The page's files get new names with each build, so they are one route. */
function routeLabel(url: string | undefined): string {
  if (url === undefined) return 'none';
  return url.startsWith('/api/') ? url : 'page';
}

/** Turns the tallies into series at a scrape: an answer only adds to numbers. */
function exposeTallies(registry: Registry, tallies: ReadonlyMap<string, Tally>): void {
  new Counter({
    name: 'http_requests_total',
    help: 'Answered requests, without event streams.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { labels, count } of tallies.values()) this.inc(labels, count);
    },
  });
  new Counter({
    name: 'http_response_body_bytes_total',
    help: 'Bytes of the bodies sent, by their Content-Length, without event streams.',
    labelNames: ['route'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { labels, bodyBytes } of tallies.values()) {
        this.inc({ route: labels.route }, bodyBytes);
      }
    },
  });
}

/** Counts by Node's own events: Fastify has none for a request whose client has gone. */
function meterInFlight({ server }: FastifyInstance, registry: Registry): void {
  let inFlight = 0;
  const onClose = () => {
    inFlight -= 1;
  };
  server.on('request', (_request, response) => {
    inFlight += 1;
    response.on('close', onClose);
  });
  new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests that are being answered, open event streams included.',
    registers: [registry],
    collect() {
      this.set(inFlight);
    },
  });
}

function meterRefusals(app: FastifyInstance, registry: Registry): void {
  const refused = new Counter({
    name: 'http_requests_refused_total',
    help: 'Refused requests: this process is overloaded, or the address sends too many or holds too many streams.',
    labelNames: ['reason'],
    registers: [registry],
  });
  for (const reason of REFUSALS) refused.inc({ reason }, 0);
  app.addHook('onError', (_request, _reply, error, done) => {
    if (error instanceof ProblemError && isRefusal(error.code)) refused.inc({ reason: error.code });
    done();
  });
}

function isRefusal(code: ProblemCode): boolean {
  return REFUSALS.some((reason) => reason === code);
}
