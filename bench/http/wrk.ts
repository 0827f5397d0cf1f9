import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What one bounded load run measured. */
export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Connections that broke. */
  readonly broken: number;
  /** Those, answers later than wrk's 2 s, and answers other than 2xx and 3xx. */
  readonly errors: number;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
}

/** The server has the other one. */
const LOAD_CORE = '1';

/** Loads one address with wrk for a few seconds. */
export async function load({ url, connections, seconds }: Load): Promise<LoadResult> {
  const { stdout } = await promisify(execFile)('taskset', [
    ...['-c', LOAD_CORE],
    ...['wrk', '--latency', '-t', '1', '-c', String(connections), '-d', `${seconds}s`, url],
  ]);
  return parseWrk(stdout);
}

/**
 * Reads wrk's report.
 * @throws {Error} when a figure is not in it.
 */
export function parseWrk(report: string): LoadResult {
  const socketErrors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(
    report,
  );
  const badAnswers = Number(/Non-2xx or 3xx responses: (\d+)/.exec(report)?.[1] ?? 0);
  const [connect = 0, read = 0, write = 0, late = 0] = (socketErrors?.slice(1) ?? []).map(Number);
  const broken = connect + read + write;
  return {
    requestsPerSecond: Number(figure(report, /Requests\/sec:\s+([\d.]+)/)),
    p50Ms: milliseconds(figure(report, /^\s+50%\s+(\S+)/m)),
    p99Ms: milliseconds(figure(report, /^\s+99%\s+(\S+)/m)),
    broken,
    errors: broken + late + badAnswers,
  };
}

function figure(report: string, pattern: RegExp): string {
  const found = pattern.exec(report)?.[1];
  if (found === undefined) throw new Error(`wrk's report lacks ${pattern}:\n${report}`);
  return found;
}

const UNIT_MS = new Map([
  ['us', 1e-3],
  ['ms', 1],
  ['s', 1e3],
]);

function milliseconds(text: string): number {
  const [, number, unit] = /^([\d.]+)(us|ms|s)$/.exec(text) ?? [];
  return Number(number) * (UNIT_MS.get(unit ?? '') ?? Number.NaN);
}
