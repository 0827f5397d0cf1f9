import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startLoadProcess } from './client-pod.ts';

/** Requests of one kind to one target, and the failures by their cause. */
interface Total {
  readonly target: string;
  readonly connections: 'kept' | 'new';
  readonly requests: number;
  readonly failures: Readonly<Record<string, number>>;
}

/** What was done, and what the requests came to meanwhile. */
const rows: (readonly [string, readonly Total[]])[] = [];

/**
 * Asserts that no request fails while something is done to the targets, the API and the page, and keeps
 * the totals for the table.
 */
export async function assertLossless(
  name: string,
  namespace: string,
  targets: readonly [string, string],
  disturb: () => Promise<unknown>,
): Promise<void> {
  const totals = await underLoad(namespace, targets, disturb);
  rows.push([name, totals]);
  assert.ok(totals.every(({ requests }) => requests > 0));
  assert.deepEqual(
    totals.filter((total) => failuresOf(total) > 0),
    [],
  );
}

/** Sends requests from a client's pod while something is done to the targets. */
async function underLoad(
  namespace: string,
  targets: readonly string[],
  disturb: () => Promise<unknown>,
): Promise<readonly Total[]> {
  const process = startLoadProcess(namespace, targets);
  let complaint = '';
  process.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text;
  });
  const ended = once(process, 'close');
  const lines = createInterface(process.stdout)[Symbol.asyncIterator]();
  try {
    const { done } = await lines.next();
    if (done) throw new Error(`the load did not start: ${complaint}`);
    const early = ended.then(() => Promise.reject(new Error(`the load ended early: ${complaint}`)));
    await Promise.race([disturb(), early]);
  } finally {
    process.stdin.end();
  }
  const { value, done } = await lines.next();
  await ended;
  if (done) throw new Error(`the load ended without totals: ${complaint}`);
  return JSON.parse(value) as Total[];
}

function failuresOf({ failures }: Total): number {
  return Object.values(failures).reduce((sum, count) => sum + count, 0);
}

/** Prints the requests of each kind, and how many of all failed. */
export function printTable(): void {
  const cells = rows.map(([name, totals]) => [
    name,
    ...totals.map(({ requests }) => requests),
    totals.reduce((sum, total) => sum + failuresOf(total), 0),
    JSON.stringify(causesOf(totals)),
  ]);
  const header = ['disturbance', 'api, kept', 'api, new', 'page, kept', 'page, new'];
  const table = [[...header, 'failed', 'causes'], ['--', ...Array(5).fill('--:'), '--'], ...cells];
  for (const row of table) process.stdout.write(`| ${row.join(' | ')} |\n`);
}

/** The failures of all totals by their cause. */
function causesOf(totals: readonly Total[]): Readonly<Record<string, number>> {
  const causes: Record<string, number> = {};
  for (const { failures } of totals)
    for (const [cause, count] of Object.entries(failures))
      causes[cause] = (causes[cause] ?? 0) + count;
  return causes;
}
