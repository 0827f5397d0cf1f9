import type { After } from './timers.ts';

interface Task {
  readonly atMs: number;
  readonly run: () => void;
}

/** Time that passes only when a test says so. */
export class HandTimers {
  nowMs = 0;
  #tasks: readonly Task[] = [];

  readonly after: After = (delayMs, run) => {
    const task = { atMs: this.nowMs + delayMs, run };
    this.#tasks = [...this.#tasks, task];
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  };

  /** When the next task is due, in ms; null when there is none. */
  get nextAtMs(): number | null {
    return this.#next()?.atMs ?? null;
  }

  /** Advances to the next task, runs it, and settles its promises. */
  async runNext(): Promise<void> {
    const task = this.#next();
    if (task === undefined) throw new Error('nothing is planned');
    this.#tasks = this.#tasks.filter((other) => other !== task);
    this.nowMs = task.atMs;
    task.run();
    await settle();
  }

  #next(): Task | undefined {
    return [...this.#tasks].sort((a, b) => a.atMs - b.atMs)[0];
  }
}

/** Resolves once all promises that are under way have settled. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
