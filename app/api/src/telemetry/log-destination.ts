import { writeSync } from 'node:fs';

/**
 * Writes log lines to a file descriptor. A line that can't be written, since the disk is full or
 * nobody reads the pipe, is dropped and counted: a log must not end or hold up the service.
 */
export class LogDestination {
  readonly #descriptor: number;
  #dropped = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** How many lines were dropped, whole or in part. */
  get dropped(): number {
    return this.#dropped;
  }

  write(line: string): void {
    try {
      let rest = Buffer.from(line);
      while (rest.length > 0) rest = rest.subarray(writeSync(this.#descriptor, rest));
    } catch {
      this.#dropped += 1;
    }
  }
}
