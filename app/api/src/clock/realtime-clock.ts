import { type Interval, intersect, middleNs } from './interval.ts';

/** The clocks of the machine, as Node reads them. */
export interface MachineClocks {
  /** CLOCK_MONOTONIC, to the nanosecond. */
  monotonicNs(): bigint;
  /** CLOCK_REALTIME, floored to 1 µs and then rounded by less than `ROUNDING_NS`. */
  realtimeNs(): bigint;
  /** CLOCK_REALTIME, floored to 1 ms. */
  realtimeMs(): number;
  /** Whether the kernel slews both clocks by the same amount, so that only a step sets them apart. */
  readonly areSlewedAlike: boolean;
}

const MACHINE_CLOCKS: MachineClocks = {
  monotonicNs: process.hrtime.bigint,
  realtimeNs: () => Temporal.Now.instant().epochNanoseconds,
  realtimeMs: Date.now,
  areSlewedAlike: process.platform === 'linux',
};

/** A stamp of `nowNs` is early by at most this. */
export const STAMP_STEP_NS = 1500n;

// Node floors the clock to 1 µs and hands it on as milliseconds in a double, whose grid of 244 ns
// may round up by half of that, twice.
const FLOOR_NS = 1000n;
const ROUNDING_NS = 250n;

// The milliseconds are floored, and read before the stamp, whose double is exact to 128 ns.
const LEAST_AHEAD_MS = -1.1;
const MOST_AHEAD_MS = 0.001;

const MOST_ATTEMPTS = 100;
const UNKNOWN: Interval = { minNs: -(1n << 62n), maxNs: 1n << 62n };

/**
 * CLOCK_REALTIME, stamped by the monotonic clock, which is read ten times as fast. The base, realtime −
 * monotonic, is measured by `baseNs`: call it once a second. A step of more than 1.1 ms shows in the next
 * stamp (forward: unless the process is halted while it is made), a smaller one in the next measurement.
 */
export class RealtimeClock {
  readonly #clocks: MachineClocks;
  #base = UNKNOWN;
  /** The least that the base may be; null: it isn't known well enough to stamp with. */
  #leastBaseNs: bigint | null = null;

  constructor(clocks = MACHINE_CLOCKS) {
    this.#clocks = clocks;
    this.#measure();
  }

  /** CLOCK_REALTIME in ns since 1970: never late, early by at most `STAMP_STEP_NS`. */
  nowNs(): bigint {
    const stampNs = this.#stamp();
    if (stampNs !== null) return stampNs;
    if (this.#leastBaseNs !== null) this.#measure();
    return this.#stamp() ?? this.#clocks.realtimeNs() - ROUNDING_NS;
  }

  /** CLOCK_REALTIME − CLOCK_MONOTONIC in ns, measured now. */
  baseNs(): bigint {
    this.#measure();
    return middleNs(this.#base);
  }

  /** Null when the base doesn't hold any more, as far as milliseconds tell. */
  #stamp(): bigint | null {
    if (this.#leastBaseNs === null) return null;
    // First: a pause between the two must not hide a step back, after which the stamp would be late.
    const realtimeMs = this.#clocks.realtimeMs();
    const stampNs = this.#clocks.monotonicNs() + this.#leastBaseNs;
    const aheadMs = realtimeMs - Number(stampNs) / 1e6;
    return aheadMs > LEAST_AHEAD_MS && aheadMs < MOST_AHEAD_MS ? stampNs : null;
  }

  /** Each attempt holds the base: the truth lies in what they share, which narrows with their number. */
  #measure(): void {
    const { monotonicNs, realtimeNs, areSlewedAlike } = this.#clocks;
    let base = UNKNOWN;
    for (let attempt = 0; attempt < MOST_ATTEMPTS && !isNarrow(base); attempt += 1) {
      const beforeNs = monotonicNs();
      const readNs = realtimeNs();
      const afterNs = monotonicNs();
      const measured = {
        minNs: readNs - ROUNDING_NS - afterNs,
        maxNs: readNs + FLOOR_NS + ROUNDING_NS - beforeNs,
      };
      const shared = intersect(base, measured);
      // They share nothing across a step.
      base = shared.minNs > shared.maxNs ? measured : shared;
    }
    this.#base = base;
    this.#leastBaseNs = areSlewedAlike && isNarrow(base) ? base.minNs : null;
  }
}

function isNarrow({ minNs, maxNs }: Interval): boolean {
  return maxNs - minNs <= STAMP_STEP_NS;
}
