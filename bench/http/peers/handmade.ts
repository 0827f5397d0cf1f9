import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { API_HEADERS, SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';
import { Counter, Gauge, Histogram } from 'prom-client';
import { convertAnswer } from './convert-answer.ts';
import { timeAnswer } from './time-answer.ts';
import { timezoneAnswer } from './timezone-answer.ts';

/**
 * The work of the API by hand on node:http: the same bodies, headers and metrics, without a
 * framework. `PARTS` leaves parts out, to see what each costs `GET /api/v1/time`.
 */
const parts = new Set((process.env.PARTS ?? 'headers,validation,metrics,log').split(','));

const HEADERS = parts.has('headers') ? { ...SECURITY_HEADERS, ...API_HEADERS } : {};
const VARYING_HEADERS = parts.has('headers') ? { ...HEADERS, vary: 'Accept' } : {};
const SLOW_MS = 1_000;
const NO_QUERY: ReadonlyMap<string, string> = new Map();

interface Route {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly parameters: ReadonlySet<string>;
  /** Null when the query is refused. */
  answer(query: ReadonlyMap<string, string>): object | null;
}

const TIME: Route = {
  path: '/api/v1/time',
  headers: VARYING_HEADERS,
  parameters: new Set(['timezone']),
  answer: timeAnswer,
};
const TIMEZONE: Route = {
  path: '/api/v1/timezone',
  headers: HEADERS,
  parameters: new Set(['id', 'year']),
  answer: timezoneAnswer,
};
const CONVERT: Route = {
  path: '/api/v1/convert',
  headers: HEADERS,
  parameters: new Set(['at', 'from', 'to', 'disambiguation']),
  answer: convertAnswer,
};
const ROUTES = new Map([TIME, TIMEZONE, CONVERT].map((route) => [route.path, route]));

const requests = new Counter({
  name: 'http_requests_total',
  help: 'Answered requests.',
  labelNames: ['method', 'route', 'status'],
});
const bodyBytes = new Counter({
  name: 'http_response_body_bytes_total',
  help: 'Bytes of the bodies sent.',
  labelNames: ['route'],
});
const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'From the arrival of a request to the end of its answer.',
  labelNames: ['route', 'status_class'],
  buckets: [0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5],
});
const inFlight = new Gauge({
  name: 'http_requests_in_flight',
  help: 'Requests that are being answered.',
});

createServer((request, response) => {
  const startedMs = performance.now();
  const id = parts.has('log') ? randomUUID() : '';
  const { path, search } = splitUrl(request);
  const route = parts.has('validation') ? ROUTES.get(path) : TIME;
  if (route === undefined) return void response.writeHead(404, HEADERS).end();
  if (parts.has('metrics')) {
    inFlight.inc();
    response.on('close', () => inFlight.dec());
  }
  if (parts.has('metrics') || parts.has('log')) {
    response.on('finish', () => finish(route, response, { startedMs, id }));
  }
  const query = parts.has('validation') ? validQuery(search, route) : NO_QUERY;
  const answer = query && route.answer(query);
  if (answer === null) return void response.writeHead(400, HEADERS).end();
  const body = JSON.stringify(answer);
  response.writeHead(200, {
    ...route.headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');

function splitUrl({ url = '/' }: IncomingMessage): { path: string; search: string } {
  const queryAt = url.indexOf('?');
  if (queryAt < 0) return { path: url, search: '' };
  return { path: url.slice(0, queryAt), search: url.slice(queryAt + 1) };
}

/** The parameters, each known to the route and given once; else null. */
function validQuery(search: string, { parameters }: Route): ReadonlyMap<string, string> | null {
  if (search === '') return NO_QUERY;
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(search)) {
    if (!parameters.has(name) || query.has(name)) return null;
    query.set(name, value);
  }
  return query;
}

interface Started {
  readonly startedMs: number;
  readonly id: string;
}

function finish({ path }: Route, response: ServerResponse, { startedMs, id }: Started): void {
  const elapsedMs = performance.now() - startedMs;
  const { statusCode } = response;
  if (parts.has('metrics')) {
    requests.inc({ method: 'GET', route: path, status: statusCode });
    duration.observe({ route: path, status_class: statusClass(statusCode) }, elapsedMs / 1000);
    bodyBytes.inc({ route: path }, Number(response.getHeader('content-length') ?? 0));
  }
  if (parts.has('log') && (elapsedMs > SLOW_MS || statusCode >= 500)) {
    process.stdout.write(`${JSON.stringify({ id, elapsedMs })}\n`);
  }
}

function statusClass(statusCode: number): string {
  return `${Math.floor(statusCode / 100)}xx`;
}
