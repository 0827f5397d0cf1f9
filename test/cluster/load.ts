import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startLoadProcess } from './client-pod.ts';

/** Requests of one kind to one target, and the failures by their cause. */
export interface Total {
  readonly target: string;
  readonly connections: 'kept' | 'new';
  readonly requests: number;
  readonly failures: Readonly<Record<string, number>>;
}

/** Sends requests from a client's pod while something is done to the targets. */
export async function underLoad(
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
    await disturb();
  } finally {
    process.stdin.end();
  }
  const { value, done } = await lines.next();
  await ended;
  if (done) throw new Error(`the load ended without totals: ${complaint}`);
  return JSON.parse(value) as Total[];
}

export function failuresOf({ failures }: Total): number {
  return Object.values(failures).reduce((sum, count) => sum + count, 0);
}
