import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { API_HEADERS, SECURITY_HEADERS } from '@dataiku-assessment/contract/response-headers';
import { Histogram } from 'prom-client';

/**
 * The work of `GET /api/v1/time` by hand on node:http: the same body, headers and metrics, without
 * a framework. `PARTS` leaves parts out, to see what each costs.
 */
const parts = new Set((process.env.PARTS ?? 'body,headers,validation,metrics,log').split(','));

const HEADERS = parts.has('headers') ? { ...SECURITY_HEADERS, ...API_HEADERS, vary: 'Accept' } : {};
const SLOW_MS = 1_000;
const ROUNDING_NS = 250n;

const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'From the arrival of a request to the end of its answer.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
});

createServer((request, response) => {
  const startedMs = performance.now();
  const id = parts.has('log') ? randomUUID() : '';
  const path = parts.has('validation') ? validPath(request) : '/api/v1/time';
  if (path !== '/api/v1/time') return void response.writeHead(400, HEADERS).end();
  if (parts.has('metrics') || parts.has('log')) {
    response.on('finish', () => finish(response, performance.now() - startedMs, id));
  }
  const body = parts.has('body') ? JSON.stringify(timeAnswer()) : '{}';
  response.writeHead(200, {
    ...HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');

/** The path, when its query holds nothing but a time zone; else null. */
function validPath({ url = '/' }: IncomingMessage): string | null {
  const queryAt = url.indexOf('?');
  if (queryAt < 0) return url;
  for (const name of new URLSearchParams(url.slice(queryAt)).keys()) {
    if (name !== 'timezone') return null;
  }
  return url.slice(0, queryAt);
}

function finish(response: ServerResponse, elapsedMs: number, id: string): void {
  if (parts.has('metrics')) {
    const status = String(response.statusCode);
    duration.observe({ method: 'GET', route: '/api/v1/time', status }, elapsedMs / 1000);
  }
  if (parts.has('log') && (elapsedMs > SLOW_MS || response.statusCode >= 500)) {
    process.stdout.write(`${JSON.stringify({ id, elapsedMs })}\n`);
  }
}

function timeAnswer() {
  const nowNs = Temporal.Now.instant().epochNanoseconds - ROUNDING_NS;
  const epochMs = Number(nowNs / 1_000_000n);
  const seconds = new Date(epochMs).toISOString().slice(0, 19);
  return {
    now: `${seconds}.${String(nowNs % 1_000_000_000n).padStart(9, '0')}Z`,
    epochNs: String(nowNs),
    epochMs,
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
    },
    tzdb: process.versions.tz,
    instance: 'bench',
  };
}
