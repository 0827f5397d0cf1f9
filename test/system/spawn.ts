import { type ChildProcess, spawn as spawnAlone } from 'node:child_process';

const running = new Set<ChildProcess>();
let isWatching = false;

/**
 * Node's `spawn`, of a child that ends with this process. A test file that breaks off would leave
 * the child, and the test runner would wait for it without an end.
 */
export const spawn = ((...args: Parameters<typeof spawnAlone>) => {
  watchTheEnd();
  const child = spawnAlone(...args);
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}) as typeof spawnAlone;

function watchTheEnd(): void {
  if (isWatching) return;
  isWatching = true;
  process.once('exit', () => {
    for (const child of running) child.kill('SIGKILL');
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Playwright has its own way to stop.
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(1));
  }
}
