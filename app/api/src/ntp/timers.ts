/** Runs a task once after a delay in ms; the function it returns calls it off. */
export type After = (delayMs: number, task: () => void) => () => void;

/** Real time. A task that is still to come does not keep the process alive. */
export function after(delayMs: number, task: () => void): () => void {
  const timer = setTimeout(task, delayMs).unref();
  return () => clearTimeout(timer);
}
