import type { ClockSource, OffsetReading, Reading } from './clock-source.ts';
import type { HostClock } from './host-clock.ts';

/** A machine whose clocks stand still until a test moves them. */
export interface FakeHost extends HostClock {
  readonly realtimeNs: bigint;
  /** Time passes: both clocks move. */
  pass(ns: bigint): void;
  /** Somebody sets the clock: only the realtime clock moves. */
  step(ns: bigint): void;
}

/** 2026-11-23T05:07:02.879099121Z. */
export const HOST_EPOCH_NS = 1_795_410_422_879_099_121n;
export const HOST_MONOTONIC_NS = 8_000_000_000_000n;

export function fakeHost(): FakeHost {
  let realtimeNs = HOST_EPOCH_NS;
  let monotonicNs = HOST_MONOTONIC_NS;
  return {
    id: 'fake-host',
    baseShiftNs: 7_000n,
    get realtimeNs() {
      return realtimeNs;
    },
    nowNs: () => realtimeNs,
    monotonicNs: () => monotonicNs,
    baseNs: () => realtimeNs - monotonicNs,
    pass(ns) {
      realtimeNs += ns;
      monotonicNs += ns;
    },
    step(ns) {
      realtimeNs += ns;
    },
  };
}

/** A source whose reading a test sets. */
export interface FakeSource extends ClockSource {
  reading: Reading;
}

export function fakeSource(reading: Reading): FakeSource {
  return {
    reading,
    read() {
      return this.reading;
    },
  };
}

/** UTC − host in [−1 ms, 3 ms] when the host's clocks start, growing by 500 ppm. */
export function offsetReading(facts: Partial<OffsetReading> = {}): OffsetReading {
  return {
    kind: 'offset',
    source: 'kernel',
    minNs: -1_000_000n,
    maxNs: 3_000_000n,
    asOfNs: HOST_MONOTONIC_NS,
    driftPpm: 500,
    leap: 'none',
    taiOffsetSeconds: 37,
    authenticated: false,
    ...facts,
  };
}
