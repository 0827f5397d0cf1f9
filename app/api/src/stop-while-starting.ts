/**
 * Imported first: as process 1 of a container, Node has no default action for these signals, and one
 * that came before its handler would be lost.
 */
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

function end(): void {
  process.exit(0);
}

for (const signal of SIGNALS) process.once(signal, end);

/** Leaves the signals to whoever stops a process that serves. */
export function leaveSignals(): void {
  for (const signal of SIGNALS) process.off(signal, end);
}
