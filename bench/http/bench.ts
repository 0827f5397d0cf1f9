import { median } from './median.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { constantNginx, PEERS, PRODUCT } from './servers.ts';
import { type LoadResult, load } from './wrk.ts';

/**
 * Measures the API beside its peers on one core: `bench.ts <nginx's binary>`. Servers take turns, so
 * that a noisy machine is noisy for all of them. Exits 1 when a target is missed.
 */
const [nginx = ''] = process.argv.slice(2);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = Number(process.env.ROUND_SECONDS ?? 3);
const CONNECTIONS = 64;

const LEAST_OF_CONSTANT = 0.55;
const LEAST_OF_FLASK = 9;
const MOST_READY_MS = 250;
const MOST_RESIDENT_MIB = 100;
/** For answers about zones, as `LEAST_OF_CONSTANT`. */
const LEAST_OF_CONSTANT_BY_PATH: ReadonlyMap<string, number> = new Map([
  ['/api/v1/time?timezone=Europe/Paris', 0.38],
  ['/api/v1/timezone?id=Europe/Paris', 0.24],
  ['/api/v1/convert?at=2026-07-01T12:00:00&from=Europe/Paris&to=Asia/Tokyo,America/New_York', 0.24],
]);

interface Round extends LoadResult {
  /** CPU time of the server's processes for each request, in µs. */
  readonly cpuUs: number;
  /** What they hold in memory after it. */
  readonly residentMib: number;
}

interface Measured {
  readonly name: string;
  readonly url: string;
  readonly server: ServerProcess;
  readonly rounds: Round[];
}

const readyMs = median(await measureStarts());
const servers: ServerProcess[] = [];
const measured: Measured[] = [];
try {
  for (const command of [PRODUCT, ...PEERS, constantNginx(nginx)]) {
    const server = await startServer(command);
    servers.push(server);
    measured.push({ name: server.name, url: server.url, server, rounds: [] });
  }
  // In a process of its own: their code has a place in memory as well.
  const server = await startServer(PRODUCT);
  servers.push(server);
  for (const path of LEAST_OF_CONSTANT_BY_PATH.keys()) {
    const url = new URL(path, server.url).href;
    measured.push({ name: path, url, server, rounds: [] });
  }
  for (const one of measured) await loadOnce(one, 3);
  for (let round = 1; round <= ROUNDS; round += 1) {
    console.error(`round ${round} of ${ROUNDS}`);
    for (const one of measured) one.rounds.push(await loadOnce(one, SECONDS));
  }
  process.exitCode = (await report(measured)) ? 0 : 1;
} finally {
  await Promise.all(servers.map((server) => server.stop()));
}

/** How long the API takes to its first answer, in ms: alone on its core. */
async function measureStarts(): Promise<number[]> {
  const timesMs: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const server = await startServer(PRODUCT);
    timesMs.push(server.readyMs);
    await server.stop();
  }
  return timesMs;
}

async function loadOnce({ url, server }: Measured, seconds: number): Promise<Round> {
  const beforeMs = await server.cpuMs();
  const result = await load({ url, connections: CONNECTIONS, seconds });
  const requests = result.requestsPerSecond * seconds;
  const cpuUs = ((await server.cpuMs()) - beforeMs) * (1_000 / requests);
  return { ...result, cpuUs, residentMib: await server.residentMib() };
}

/** Prints a row for each server; whether every target is met and nothing went wrong. */
async function report(all: readonly Measured[]): Promise<boolean> {
  console.log(`${CONNECTIONS} connections, one core, median of ${ROUNDS} rounds of ${SECONDS} s\n`);
  console.log(
    '| server | requests/s | CPU µs a request | its CPU ÷ this API | p50 ms | p99 ms | MiB | errors |',
  );
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|');
  const [product, constant, flask] = all as [Measured, Measured, Measured];
  for (const one of all) printRow(one, ratio(product, one));
  const residentMib = afterLoad(product);
  const ofConstant = ratio(product, constant);
  const ofFlask = ratio(product, flask);
  console.log(`\nbeside a constant ${ofConstant.toFixed(2)} (at least ${LEAST_OF_CONSTANT})`);
  const zones = all.flatMap((one) => {
    const least = LEAST_OF_CONSTANT_BY_PATH.get(one.name);
    return least === undefined ? [] : [{ name: one.name, share: ratio(one, constant), least }];
  });
  for (const { name, share, least } of zones) {
    console.log(`beside a constant ${share.toFixed(2)} (at least ${least}): ${name}`);
  }
  console.log(`beside Flask ${ofFlask.toFixed(1)} (at least ${LEAST_OF_FLASK})`);
  console.log(`start to first answer ${readyMs.toFixed(0)} ms (at most ${MOST_READY_MS})`);
  console.log(
    `resident after the load ${residentMib.toFixed(0)} MiB (at most ${MOST_RESIDENT_MIB})`,
  );
  return (
    ofConstant >= LEAST_OF_CONSTANT &&
    zones.every(({ share, least }) => share >= least) &&
    ofFlask >= LEAST_OF_FLASK &&
    readyMs <= MOST_READY_MS &&
    residentMib <= MOST_RESIDENT_MIB &&
    all.every(({ rounds }) => rounds.every(({ errors }) => errors === 0))
  );
}

function afterLoad({ rounds }: Measured): number {
  return rounds.at(-1)?.residentMib ?? Number.NaN;
}

function printRow(one: Measured, ratio: number): void {
  const { name, rounds } = one;
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  const cells = [
    name,
    of((round) => round.requestsPerSecond).toFixed(0),
    of((round) => round.cpuUs).toFixed(1),
    ratio.toFixed(2),
    of((round) => round.p50Ms).toFixed(2),
    of((round) => round.p99Ms).toFixed(2),
    afterLoad(one).toFixed(0),
    rounds.reduce((sum, { errors }) => sum + errors, 0),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

/**
 * The CPU time of another server's request as a multiple of the API's. The median of each round's own:
 * both sides of it had the same machine. Not of requests per second, which others on the machine change.
 */
function ratio(product: Measured, other: Measured): number {
  return median(
    other.rounds.map(({ cpuUs }, i) => cpuUs / (product.rounds[i]?.cpuUs ?? Number.NaN)),
  );
}
