import type { FastifyBaseLogger } from 'fastify';

const INTERVAL_MS = 1000;

/**
 * Logs refusals of the same kind as one line a second, with their count: under overload, a line for
 * each would fill the disk, and cost more than the refusal.
 */
export class RefusalLog {
  readonly #counts = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  add(log: FastifyBaseLogger, code: string): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    this.#timer ??= setTimeout(() => this.#write(log), INTERVAL_MS).unref();
  }

  #write(log: FastifyBaseLogger): void {
    for (const [code, count] of this.#counts) log.warn({ code, count }, 'requests refused');
    this.#counts.clear();
    this.#timer = undefined;
  }
}
