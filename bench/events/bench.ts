import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ServerCommand, type ServerProcess, startServer } from '../http/server-process.ts';
import { PRODUCT } from '../http/servers.ts';
import { openReaders } from './subscribers.ts';

/**
 * Opens ever more ticking event streams on one API process, and prints how late the ticks come and what a stream
 * costs, beside a bare loop of writes to as many sockets. Then keeps the smallest number for longer, to see whether
 * memory grows. Exits 1 when a target is missed.
 */
const COUNTS = [1_000, 5_000, 10_000] as const;
const [LEAST_COUNT] = COUNTS;
const SECONDS = Number(process.env.ROUND_SECONDS ?? 20);
const MINUTES = Number(process.env.MINUTES ?? 5);

/** How late a tick comes to 99 of 100 readers, as a multiple of the bare loop's. */
const MOST_OF_LOOP = 1.5;
const MOST_RESIDENT_MIB = 256;
const MOST_GROWTH = 1.1;

interface Lateness {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface Row extends Lateness {
  readonly count: number;
  readonly ofLoop: Lateness;
  readonly residentMib: number;
  readonly kibEach: number;
}

const API: ServerCommand = {
  ...PRODUCT,
  env: () => ({ ...PRODUCT.env?.(0), EVENTS_PER_ADDRESS: '1000000' }),
};
const BARE_LOOP: ServerCommand = {
  name: 'a bare loop of writes',
  path: '/',
  command: () => [process.execPath, fileURLToPath(new URL('bare-loop.ts', import.meta.url))],
};

const rows: Row[] = [];
for (const count of COUNTS) rows.push(await measure(count));
const growth = await measureGrowth(LEAST_COUNT);
process.exitCode = report(rows, growth) ? 0 : 1;

/** The API and the loop in turn, so that a noisy machine is noisy for both. */
async function measure(count: number): Promise<Row> {
  const ofLoop = await measureServer(BARE_LOOP, count);
  return { count, ofLoop, ...(await measureServer(API, count)) };
}

async function measureServer(command: ServerCommand, count: number) {
  return await withServer(command, async (server) => {
    const emptyMib = await server.residentMib();
    const readers = await openReaders(portOf(server), count);
    // The first ticks fall into the opening of streams.
    await wait(3_000);
    readers.takeLateness();
    await wait(SECONDS * 1_000);
    const late = readers.takeLateness().toSorted((a, b) => a - b);
    const residentMib = await server.residentMib();
    readers.close();
    return {
      p50Ms: at(late, 0.5),
      p99Ms: at(late, 0.99),
      residentMib,
      kibEach: ((residentMib - emptyMib) * 1_024) / count,
    };
  });
}

/** Resident memory after the time, as a multiple of what it was after a tenth of it. */
async function measureGrowth(count: number): Promise<number> {
  return await withServer(API, async (server) => {
    const readers = await openReaders(portOf(server), count);
    await wait(MINUTES * 6_000);
    const earlyMib = await server.residentMib();
    await wait(MINUTES * 54_000);
    const lateMib = await server.residentMib();
    readers.close();
    return lateMib / earlyMib;
  });
}

async function withServer<T>(
  command: ServerCommand,
  use: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const server = await startServer(command);
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

function portOf({ url }: ServerProcess): number {
  return Number(new URL(url).port);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

/** Prints all figures; whether every target is met. */
function report(all: readonly Row[], growth: number): boolean {
  console.log(`ticking streams on one core, ${SECONDS} s each; lateness as the reader sees it\n`);
  console.log(
    '| streams | late p50 ms | late p99 ms | a bare loop: p50 | p99 | ÷ its p99 | resident MiB | KiB a stream |',
  );
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const { count, p50Ms, p99Ms, ofLoop, residentMib, kibEach } of all) {
    const ratio = p99Ms / ofLoop.p99Ms;
    const figures = [p50Ms, p99Ms, ofLoop.p50Ms, ofLoop.p99Ms, ratio, residentMib, kibEach];
    console.log(`| ${count} | ${figures.map((figure) => figure.toFixed(1)).join(' | ')} |`);
  }
  console.log(`\nmemory of ${LEAST_COUNT} streams over ${MINUTES} min: × ${growth.toFixed(3)}`);
  console.log(
    `at most ${MOST_OF_LOOP} of the loop, ${MOST_RESIDENT_MIB} MiB, growth ${MOST_GROWTH}`,
  );
  return growth <= MOST_GROWTH && all.every(isMet);
}

function isMet({ p99Ms, ofLoop, residentMib }: Row): boolean {
  return p99Ms <= MOST_OF_LOOP * ofLoop.p99Ms && residentMib <= MOST_RESIDENT_MIB;
}
