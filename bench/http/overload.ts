import { type ServerProcess, startServer } from './server-process.ts';
import { PRODUCT } from './servers.ts';
import { type LoadResult, load } from './wrk.ts';

/**
 * Sends the API far more than it can answer: each request over three times the connections that
 * saturate one core. Prints throughput, p99, statuses by the API's own metrics, memory and lines of the
 * log, and what a normal load gets in the first second afterwards. Exits 1 when an answer was neither
 * 200 nor 503, or a connection broke.
 */
const SECONDS = Number(process.env.ROUND_SECONDS ?? 60);
/** One core is saturated by fewer than 128, whatever the request (measured). */
const CONNECTIONS = 384;
const NORMAL_CONNECTIONS = 32;
const NORMAL_SECONDS = 5;
const PATHS = [
  '/api/v1/time',
  '/api/v1/time?timezone=Europe/Paris',
  '/api/v1/timezone?id=Europe/Paris',
  '/api/v1/convert?at=2026-07-01T12:00:00&from=Europe/Paris&to=Asia/Tokyo,America/New_York',
];

type Statuses = ReadonlyMap<string, number>;

// An empty variable counts as unset: the API's own limit, whatever it is here.
const env = (port: number) => ({
  ...PRODUCT.env?.(port),
  MAX_LOOP_LAG_MS: '',
  MANAGEMENT_PORT: String(port + 1),
});
const server = await startServer({ ...PRODUCT, env });
try {
  console.log(`${CONNECTIONS} connections, one core, ${SECONDS} s each\n`);
  const columns = [
    'requests/s',
    'p99 ms',
    'statuses',
    'broken',
    'MiB',
    'log lines/s',
    'after ÷ before',
  ];
  console.log(`| request | ${columns.join(' | ')} |`);
  console.log('|---|---:|---:|---|---:|---:|---:|---:|');
  const met: boolean[] = [];
  for (const path of PATHS) met.push(await overload(server, path));
  process.exitCode = met.every(Boolean) ? 0 : 1;
} finally {
  await server.stop();
}

/** Prints the row of one request; whether nothing went wrong. */
async function overload(server: ServerProcess, path: string): Promise<boolean> {
  const { url } = server;
  const normal = { url: new URL(path, url).href, connections: NORMAL_CONNECTIONS };
  const usual = await load({ ...normal, seconds: NORMAL_SECONDS });
  const before = await readStatuses(url);
  const linesBefore = server.logLines();
  const result = await load({
    url: new URL(path, url).href,
    connections: CONNECTIONS,
    seconds: SECONDS,
  });
  const after = await load({ ...normal, seconds: 1 });
  const logLinesPerSecond = (server.logLines() - linesBefore) / SECONDS;
  const recovered = after.requestsPerSecond / usual.requestsPerSecond;
  const statuses = difference(await readStatuses(url), before);
  const residentMib = await server.residentMib();
  printRow(path, { result, statuses, residentMib, logLinesPerSecond, recovered });
  return result.broken === 0 && [...statuses.keys()].every((status) => /^(200|503)$/.test(status));
}

interface Row {
  readonly result: LoadResult;
  readonly statuses: Statuses;
  readonly residentMib: number;
  readonly logLinesPerSecond: number;
  /** The throughput of a normal load in the first second after the overload, as a share of that before. */
  readonly recovered: number;
}

function printRow(path: string, { result, statuses, ...row }: Row): void {
  const cells = [
    path,
    result.requestsPerSecond.toFixed(0),
    result.p99Ms.toFixed(1),
    [...statuses].map(([status, count]) => `${status}: ${count}`).join(', '),
    result.broken,
    row.residentMib.toFixed(0),
    row.logLinesPerSecond.toFixed(2),
    row.recovered.toFixed(2),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

/** How many answers the API counts by now, by status. */
async function readStatuses(url: string): Promise<Statuses> {
  const metricsUrl = new URL('/metrics', url);
  metricsUrl.port = String(Number(metricsUrl.port) + 1);
  const metrics = await (await fetch(metricsUrl, { headers: { connection: 'close' } })).text();
  const counts = new Map<string, number>();
  for (const [, status = '', count] of metrics.matchAll(
    /^http_requests_total\{.*status="(\d+)".*\} (\d+)$/gm,
  )) {
    counts.set(status, (counts.get(status) ?? 0) + Number(count));
  }
  return counts;
}

function difference(after: Statuses, before: Statuses): Statuses {
  const differences = [...after].map(
    ([status, count]) => [status, count - (before.get(status) ?? 0)] as const,
  );
  return new Map(differences.filter(([, count]) => count > 0));
}
