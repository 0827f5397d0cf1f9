import { setTimeout as wait } from 'node:timers/promises';
import { type ServerProcess, startServer } from '../http/server-process.ts';
import { PRODUCT } from '../http/servers.ts';
import { openReaders } from './subscribers.ts';

/**
 * Opens ever more ticking event streams on one API process, and prints how late the ticks come and
 * what a stream costs. Then keeps the smallest number for longer, to see whether memory grows. Exits
 * 1 when a target is missed.
 */
const COUNTS = [1_000, 5_000, 10_000] as const;
/** How late a tick may come to 99 of 100 readers, by the number of streams. */
const MOST_LATE_MS: ReadonlyMap<number, number> = new Map([
  [1_000, 15],
  [10_000, 100],
]);
const [LEAST_COUNT] = COUNTS;
const SECONDS = Number(process.env.ROUND_SECONDS ?? 20);
const MINUTES = Number(process.env.MINUTES ?? 5);

const MOST_RESIDENT_MIB = 256;
const MOST_GROWTH = 1.1;

interface Row {
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly residentMib: number;
  readonly kibEach: number;
}

const rows: Row[] = [];
for (const count of COUNTS) rows.push(await measure(count));
const growth = await measureGrowth(LEAST_COUNT);
process.exitCode = report(rows, growth) ? 0 : 1;

async function measure(count: number): Promise<Row> {
  return await withServer(async (server) => {
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
      count,
      p50Ms: at(late, 0.5),
      p99Ms: at(late, 0.99),
      residentMib,
      kibEach: ((residentMib - emptyMib) * 1_024) / count,
    };
  });
}

/** Resident memory after the time, as a multiple of what it was after a tenth of it. */
async function measureGrowth(count: number): Promise<number> {
  return await withServer(async (server) => {
    const readers = await openReaders(portOf(server), count);
    await wait(MINUTES * 6_000);
    const earlyMib = await server.residentMib();
    await wait(MINUTES * 54_000);
    const lateMib = await server.residentMib();
    readers.close();
    return lateMib / earlyMib;
  });
}

async function withServer<T>(use: (server: ServerProcess) => Promise<T>): Promise<T> {
  const env = () => ({ ...PRODUCT.env?.(0), EVENTS_PER_ADDRESS: '1000000' });
  const server = await startServer({ ...PRODUCT, env });
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
  console.log('| streams | late p50 ms | late p99 ms | at most | resident MiB | KiB a stream |');
  console.log('|---:|---:|---:|---:|---:|---:|');
  for (const { count, p50Ms, p99Ms, residentMib, kibEach } of all) {
    const [p50, p99, resident, each] = [p50Ms, p99Ms, residentMib, kibEach].map((figure) =>
      figure.toFixed(1),
    );
    const mostLate = MOST_LATE_MS.get(count) ?? '';
    console.log(`| ${[count, p50, p99, mostLate, resident, each].join(' | ')} |`);
  }
  console.log(`\nmemory of ${LEAST_COUNT} streams over ${MINUTES} min: × ${growth.toFixed(3)}`);
  console.log(`at most ${MOST_RESIDENT_MIB} MiB, growth at most ${MOST_GROWTH}`);
  return growth <= MOST_GROWTH && all.every(isMet);
}

function isMet({ count, p99Ms, residentMib }: Row): boolean {
  return p99Ms <= (MOST_LATE_MS.get(count) ?? Infinity) && residentMib <= MOST_RESIDENT_MIB;
}
