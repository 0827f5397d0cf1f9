import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type ProblemCode, ProblemError } from '../http/problems.ts';

/** In seconds: an answer takes well under a millisecond; 50 ms is what is promised. */
const DURATION_BUCKETS = [0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5];
/** Any other method is one label value: HTTP parsers know three dozen. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
/** The refusals that protect this process or its other clients. */
const REFUSALS = ['overloaded', 'too-many-requests', 'too-many-streams'] as const;

/** What was answered by one method, route and status. */
interface Tally {
  readonly labels: { readonly method: string; readonly route: string; readonly status: number };
  count: number;
  bodyBytes: number;
  observeSeconds(seconds: number): void;
}

/**
 * Counts and times the requests to `app`. Call the returned function for each answered one that is
 * no event stream. The series of one process stay few: durations carry no method and no
 * exact status, every unknown path is one route, and so is the page (docs/decisions/0060).
 */
export function meterRequests(app: FastifyInstance, registry: Registry) {
  meterInFlight(app, registry);
  meterRefusals(app, registry);
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer, event streams left out.',
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

/** The page's files have new names with each build: they are one route. */
function routeLabel(url: string | undefined): string {
  if (url === undefined) return 'none';
  return url.startsWith('/api/') ? url : 'page';
}

/** Makes series of the tallies when they are asked for: an answer only adds to numbers. */
function exposeTallies(registry: Registry, tallies: ReadonlyMap<string, Tally>): void {
  new Counter({
    name: 'http_requests_total',
    help: 'Answered requests, event streams left out.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { labels, count } of tallies.values()) this.inc(labels, count);
    },
  });
  new Counter({
    name: 'http_response_body_bytes_total',
    help: 'Bytes of the bodies sent, by their Content-Length, event streams left out.',
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

/** By Node's own events: Fastify says nothing of a request whose client has gone. */
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
    help: 'Requests that are being answered, open event streams among them.',
    registers: [registry],
    collect() {
      this.set(inFlight);
    },
  });
}

function meterRefusals(app: FastifyInstance, registry: Registry): void {
  const refused = new Counter({
    name: 'http_requests_refused_total',
    help: 'Requests turned away: this process is overloaded, or the address sends or holds too many.',
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
