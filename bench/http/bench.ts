import { median } from './median.ts';
import { type ServerCommand, type ServerProcess, startServer } from './server-process.ts';
import { CONSTANT, constantNginx, FLASK, HANDMADE, PARTS, PRODUCT } from './servers.ts';
import { type LoadResult, load } from './wrk.ts';

/**
 * Loads the API and its peers in turn on one core, and prints medians and ratios. Interleaved, so
 * that a noisy machine is noisy for all of them. Exits 1 when a target is missed.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = Number(process.env.ROUND_SECONDS ?? 3);
const CONNECTIONS = 64;
const SERVER_CORE = 0;
const LOAD_CORE = 1;

const LEAST_RATIO = new Map([
  [HANDMADE.name, 0.85],
  [CONSTANT.name, 0.5],
  [FLASK.name, 8],
]);
const MOST_READY_MS = 400;
const MOST_RESIDENT_MIB = 122;

interface Measured {
  readonly server: ServerProcess;
  readonly results: LoadResult[];
}

const nginx = process.argv[2];
const commands = [
  PRODUCT,
  HANDMADE,
  CONSTANT,
  FLASK,
  ...(nginx ? [constantNginx(nginx)] : []),
  ...PARTS,
];
const readyMs = await startTimes(PRODUCT);
const measured: Measured[] = [];
try {
  for (const command of commands) measured.push(await start(command));
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.error(`round ${round} of ${ROUNDS}`);
    for (const one of measured) one.results.push(await loadOnce(one.server, SECONDS));
  }
  const residentMib = await (measured[0] as Measured).server.residentMib();
  process.exitCode = report(measured, median(readyMs), residentMib) ? 0 : 1;
} finally {
  await Promise.all(measured.map(({ server }) => server.stop()));
}

async function start(command: ServerCommand): Promise<Measured> {
  const server = await startServer(command, SERVER_CORE);
  await loadOnce(server, 1);
  return { server, results: [] };
}

/** Starts alone on a quiet core, several times. */
async function startTimes(command: ServerCommand): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const server = await startServer(command, SERVER_CORE);
    times.push(server.readyMs);
    await server.stop();
  }
  return times;
}

function loadOnce({ url }: ServerProcess, seconds: number): Promise<LoadResult> {
  return load({ url, connections: CONNECTIONS, seconds, core: LOAD_CORE });
}

/** Prints all figures; whether every target is met. */
function report(all: readonly Measured[], readyMs: number, residentMib: number): boolean {
  const [product] = all as [Measured, ...Measured[]];
  console.log(`${CONNECTIONS} connections, one core, median of ${ROUNDS} rounds of ${SECONDS} s\n`);
  console.log('| server | requests/s | this API ÷ it | target | p50 ms | p99 ms | errors |');
  console.log('|---|---:|---:|---:|---:|---:|---:|');
  const met = all.map((one) => printRow(one, product));
  console.log(
    `\nthis API: start to first answer ${readyMs.toFixed(0)} ms (at most ${MOST_READY_MS}),`,
  );
  console.log(
    `resident after the run ${residentMib.toFixed(0)} MiB (at most ${MOST_RESIDENT_MIB})`,
  );
  return met.every(Boolean) && readyMs <= MOST_READY_MS && residentMib <= MOST_RESIDENT_MIB;
}

/** The ratio is the median of each round's own ratio: both sides of it had the same machine. */
function printRow({ server, results }: Measured, product: Measured): boolean {
  const ratios = results.map(
    ({ requestsPerSecond }, i) => (product.results[i]?.requestsPerSecond ?? 0) / requestsPerSecond,
  );
  const target = LEAST_RATIO.get(server.name);
  const errors = results.reduce((sum, result) => sum + result.errors, 0);
  const cells = [
    server.name,
    median(results.map((result) => result.requestsPerSecond)).toFixed(0),
    median(ratios).toFixed(2),
    target === undefined ? '' : `≥ ${target}`,
    median(results.map((result) => result.p50Ms)).toFixed(2),
    median(results.map((result) => result.p99Ms)).toFixed(2),
    errors,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  return (target === undefined || median(ratios) >= target) && errors === 0;
}
