import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Gauge, type Registry } from 'prom-client';
import { ProblemError } from '../http/problems.ts';
import { DurationHistogram } from './durations.ts';

/** All other methods share one label value: Node's parser knows three dozen. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
/** Refusals that protect this process or its other clients. */
const REFUSALS = ['overloaded', 'too-many-requests', 'too-many-streams'] as const;

/** The answers of one method, route and status. */
interface Tally {
  readonly labels: { readonly method: string; readonly route: string; readonly status: number };
  readonly durations: ReturnType<DurationHistogram['of']>;
  count: number;
  bodyBytes: number;
}

/**
 * Counts and times the requests to `app`. Call the returned function for each answer that hooks see,
 * event streams excepted. One process has few series: durations have no method and no exact status,
 * all unknown paths are one route, and so is the page (docs/decisions/0060).
 */
export function meterRequests(app: FastifyInstance, registry: Registry) {
  meterInFlight(app, registry);
  meterRefusals(app, registry);
  const durations = new DurationHistogram(registry);
  const tallies: Tally[] = [];
  exposeTallies(registry, tallies);
  // Maps of maps: to put a key together from the three takes longer than all the rest.
  const byUrl = new Map<string | undefined, Map<string, Map<number, Tally>>>();

  const tallyOf = (url: string | undefined, method: string, status: number): Tally => {
    const known = byUrl.get(url)?.get(method)?.get(status);
    if (known !== undefined) return known;
    const labels = { method: methodLabel(method), route: routeLabel(url), status };
    const tally = openTally(labels, durations);
    tallies.push(tally);
    const byMethod = byUrl.getOrInsertComputed(url, () => new Map());
    byMethod.getOrInsertComputed(method, () => new Map()).set(status, tally);
    return tally;
  };
  // When such a request began is not known.
  app.answersWithoutHooks.on('answer', ({ method, problem: { status } }) => {
    tallyOf(undefined, method ?? 'none', status).count += 1;
  });

  return (
    { method, routeOptions }: FastifyRequest,
    reply: FastifyReply,
    durationMs: number,
  ): void => {
    const tally = tallyOf(routeOptions.url, method, reply.statusCode);
    tally.count += 1;
    tally.durations.observe(durationMs / 1000);
    if (method !== 'HEAD') tally.bodyBytes += bodyBytes(reply);
  };
}

function bodyBytes(reply: FastifyReply): number {
  return reply.textBytes || Number(reply.getHeader('content-length') ?? 0);
}

type Labels = Tally['labels'];

function openTally(labels: Labels, durations: DurationHistogram): Tally {
  const statusClass = `${Math.floor(labels.status / 100)}xx`;
  return { labels, durations: durations.of(labels.route, statusClass), count: 0, bodyBytes: 0 };
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
function exposeTallies(registry: Registry, tallies: readonly Tally[]): void {
  new Counter({
    name: 'http_requests_total',
    help: 'Answered requests, without event streams.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { labels, count } of tallies) this.inc(labels, count);
    },
  });
  new Counter({
    name: 'http_response_body_bytes_total',
    help: 'Bytes of the bodies sent, by their Content-Length, without event streams.',
    labelNames: ['route'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { labels, bodyBytes } of tallies) {
        this.inc({ route: labels.route }, bodyBytes);
      }
    },
  });
}

function meterInFlight({ connections }: FastifyInstance, registry: Registry): void {
  new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests that are being answered, open event streams included.',
    registers: [registry],
    collect() {
      this.set(connections.requestsInFlight);
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
  app.answersWithoutHooks.on('answer', ({ problem: { code } }) => {
    if (isRefusal(code)) refused.inc({ reason: code });
  });
}

function isRefusal(code: string): boolean {
  return REFUSALS.some((reason) => reason === code);
}
