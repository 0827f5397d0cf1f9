import type { Comparison, Peer } from './comparisons.ts';
import { requireSameWork } from './same-work.ts';
import { type ServerCommand, type ServerProcess, startServer } from './server-process.ts';
import { type LoadResult, load } from './wrk.ts';

export const CONNECTIONS = 64;

export interface Rounds {
  readonly rounds: number;
  readonly seconds: number;
}

/** What the rounds measured of one server; the product has no ratio to reach. */
export interface Measured extends Peer {
  readonly results: readonly LoadResult[];
}

export interface Compared {
  readonly product: Measured;
  readonly peers: readonly Measured[];
  /** Of the product after the last round. */
  readonly residentMib: number;
}

interface Running extends Measured {
  readonly process: ServerProcess;
  readonly results: LoadResult[];
}

/**
 * Loads the API and its peers in turn on one core. Interleaved, so that a noisy machine is noisy
 * for all of them.
 * @throws {Error} when a peer's answer says more or less than the API's.
 */
export async function compare(
  { path, product, peers }: Comparison,
  { rounds, seconds }: Rounds,
): Promise<Compared> {
  const running: Running[] = [];
  try {
    for (const peer of [{ server: product }, ...peers]) running.push(await start(peer));
    const [first, ...others] = running as [Running, ...Running[]];
    for (const { server, process } of others) {
      if (server.path === path) await requireSameWork(first.process.url, process.url);
    }
    for (let round = 1; round <= rounds; round += 1) {
      console.error(`${path}: round ${round} of ${rounds}`);
      for (const one of running) one.results.push(await loadOnce(one.process, seconds));
    }
    return { product: first, peers: others, residentMib: await first.process.residentMib() };
  } finally {
    await Promise.all(running.map(({ process }) => process.stop()));
  }
}

/** How long a server takes to its first answer, in ms: alone on a quiet core, several times. */
export async function measureStarts(server: ServerCommand, rounds: number): Promise<number[]> {
  const timesMs: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const process = await startServer(server);
    timesMs.push(process.readyMs);
    await process.stop();
  }
  return timesMs;
}

async function start(peer: Peer): Promise<Running> {
  const process = await startServer(peer.server);
  await loadOnce(process, 1);
  return { ...peer, process, results: [] };
}

function loadOnce({ url }: ServerProcess, seconds: number): Promise<LoadResult> {
  return load({ url, connections: CONNECTIONS, seconds });
}
