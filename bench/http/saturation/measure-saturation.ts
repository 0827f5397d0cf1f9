import { setTimeout as wait } from 'node:timers/promises';
import { type ServerProcess, startServer } from '../server-process.ts';
import { PRODUCT, TIME_PATH, ZONE_PATHS } from '../servers.ts';
import { load } from '../wrk.ts';
import { openConnections, runClosedLoop } from './closed-loop.ts';
import { judgeGrowth } from './memory-growth.ts';
import { type Overload, overloadFaults } from './overload.ts';
import { type Step, saturationPoint } from './saturation-point.ts';

const SECONDS = Number(process.env.ROUND_SECONDS ?? 5);
const MINUTES = Number(process.env.MINUTES ?? 10);

const CONNECTIONS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const OVERLOAD_FACTOR = 3;
const PATHS = [TIME_PATH, ...ZONE_PATHS];

/**
 * Finds how many connections saturate the API with each request, and sends three times as many;
 * then keeps that up with all requests in turn, to see whether memory grows. Whether every target
 * is met.
 */
export async function measureSaturation(): Promise<boolean> {
  console.log(`${OVERLOAD_FACTOR} × the connections that saturate one core, ${SECONDS} s each\n`);
  console.log(
    '| request | saturated by | requests/s | connections | busy | 200 | 503 | p99 ms of 200 | faults |',
  );
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|---|');
  // An empty variable counts as unset: the API's own limit, whatever it is here.
  const env = () => ({ ...PRODUCT.env?.(0), MAX_LOOP_LAG_MS: '' });
  const server = await startServer({ ...PRODUCT, env });
  try {
    const met: boolean[] = [];
    let mostConnections = 0;
    for (const path of PATHS) {
      const saturated = await saturate(server, path);
      const connections = OVERLOAD_FACTOR * saturated.connections;
      mostConnections = Math.max(mostConnections, connections);
      const options = { name: path, paths: [path], connections };
      met.push(printRow(await overload(server, { ...options, seconds: SECONDS }), saturated));
    }
    return (await endure(server, mostConnections)) && met.every(Boolean);
  } finally {
    await server.stop();
  }
}

/** Adds connections until they bring no more; by wrk, which can send more than one core answers. */
async function saturate(server: ServerProcess, path: string): Promise<Step> {
  const steps: Step[] = [];
  const url = new URL(path, server.url).href;
  for (const connections of CONNECTIONS) {
    console.error(`${path}: ${connections} connections`);
    const options = { url, connections, seconds: SECONDS };
    const { result, busyShare } = await watchBusy(server, () => load(options));
    steps.push({ connections, requestsPerSecond: result.requestsPerSecond, busyShare });
  }
  return saturationPoint(steps);
}

interface OverloadOptions {
  readonly name: string;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

async function overload(server: ServerProcess, options: OverloadOptions): Promise<Overload> {
  const { name, paths, connections, seconds } = options;
  const sockets = await openConnections(Number(new URL(server.url).port), connections);
  const signal = AbortSignal.timeout(seconds * 1_000);
  const { result, busyShare } = await watchBusy(server, () =>
    runClosedLoop({ sockets, paths, signal }),
  );
  return { name, connections, ...result, busyShare };
}

/** For which share of the time that `use` takes the server was at work. */
async function watchBusy<T>(
  server: ServerProcess,
  use: () => Promise<T>,
): Promise<{ result: T; busyShare: number }> {
  const [busyBeforeMs, startedMs] = [await server.wantedMs(), performance.now()];
  const result = await use();
  const busyMs = (await server.wantedMs()) - busyBeforeMs;
  return { result, busyShare: busyMs / (performance.now() - startedMs) };
}

/** Keeps the overload up; whether it went well, and resident memory stayed what it was early on. */
async function endure(server: ServerProcess, connections: number): Promise<boolean> {
  console.error(`all in turn for ${MINUTES} min`);
  const name = `all in turn, ${MINUTES} min`;
  const running = overload(server, { name, paths: PATHS, connections, seconds: MINUTES * 60 });
  await wait(MINUTES * 6_000);
  const earlyMib = await server.residentMib();
  const isGood = printRow(await running);
  const { text, isFlat } = judgeGrowth(earlyMib, await server.residentMib());
  console.log(`\nresident after ${MINUTES} min, beside a tenth of that: ${text}`);
  return isGood && isFlat;
}

/** Prints a row; whether it is free of faults. */
function printRow(result: Overload, saturated?: Step): boolean {
  const faults = overloadFaults(result);
  const cells = [
    result.name,
    saturated?.connections ?? '',
    saturated?.requestsPerSecond.toFixed(0) ?? '',
    result.connections,
    `${(result.busyShare * 100).toFixed(0)} %`,
    result.accepted,
    result.refused,
    result.p99Ms.toFixed(1),
    faults.join(', '),
  ];
  console.log(`| ${cells.join(' | ')} |`);
  return faults.length === 0;
}
