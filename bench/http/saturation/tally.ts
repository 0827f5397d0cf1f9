import { createHistogram } from 'node:perf_hooks';

/** What came back of a load. */
export interface Answers {
  /** Answers with status 200. */
  readonly accepted: number;
  /** Answers with status 503. */
  readonly refused: number;
  /** Answers with any other status. */
  readonly others: number;
  /** Connections that ended while a request was under way. */
  readonly broken: number;
  /** Requests that were never answered. */
  readonly hung: number;
  /** From an accepted request to the last byte of its answer; NaN when there is none. */
  readonly p99Ms: number;
}

const NS_PER_MS = 1e6;

/** Counts requests and what became of them; its size does not grow with their number. */
export class Tally {
  readonly #durationsNs = createHistogram();
  #underWay = 0;
  #accepted = 0;
  #refused = 0;
  #others = 0;
  #broken = 0;

  ask(): void {
    this.#underWay += 1;
  }

  answer(status: number, durationMs: number): void {
    this.#underWay -= 1;
    if (status === 503) this.#refused += 1;
    else if (status !== 200) this.#others += 1;
    else {
      this.#accepted += 1;
      this.#durationsNs.record(Math.ceil(durationMs * NS_PER_MS));
    }
  }

  break(): void {
    this.#underWay -= 1;
    this.#broken += 1;
  }

  /** What came back until now; a request that is still under way hangs. */
  read(): Answers {
    return {
      accepted: this.#accepted,
      refused: this.#refused,
      others: this.#others,
      broken: this.#broken,
      hung: this.#underWay,
      p99Ms: this.#accepted === 0 ? Number.NaN : this.#durationsNs.percentile(99) / NS_PER_MS,
    };
  }
}
