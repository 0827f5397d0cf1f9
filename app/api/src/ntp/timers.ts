/** Runs a task once after a delay in ms; the returned function cancels it. */
export type After = (delayMs: number, task: () => void) => () => void;

/** Real timers. A pending task does not keep the process alive. */
export function after(delayMs: number, task: () => void): () => void {
  const timer = setTimeout(task, delayMs).unref();
  return () => clearTimeout(timer);
}
