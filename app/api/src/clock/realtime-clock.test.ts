import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type MachineClocks, RealtimeClock, STAMP_STEP_NS } from './realtime-clock.ts';

/** 2026-11-28, with a phase within the microsecond. */
const START_NS = 1_795_900_000_000_000_000n;
const BASE_NS = START_NS - 90_000_000_123_456n;

/** Clocks as Node reads them: each reading takes time, and loses what Node loses. */
class FakeClocks implements MachineClocks {
  readonly areSlewedAlike: boolean;
  /** CLOCK_REALTIME − CLOCK_MONOTONIC. */
  baseNs = BASE_NS;
  readings = { realtimeNs: 0 };
  readonly #takesNs: () => bigint;
  #monotonicNs: bigint;

  constructor(startNs: bigint, takesNs: () => bigint, areSlewedAlike = true) {
    this.#monotonicNs = startNs - BASE_NS;
    this.#takesNs = takesNs;
    this.areSlewedAlike = areSlewedAlike;
  }

  /** CLOCK_REALTIME as the kernel has it now. */
  get trueNs(): bigint {
    return this.#monotonicNs + this.baseNs;
  }

  pass(ns: bigint): void {
    this.#monotonicNs += ns;
  }

  monotonicNs = () => this.#read(() => this.#monotonicNs);
  realtimeMs = () => this.#read(() => Number(this.trueNs / 1_000_000n));
  realtimeNs = () => {
    this.readings.realtimeNs += 1;
    // Node's way: whole microseconds, as milliseconds in a double.
    return this.#read(() => BigInt(Math.floor((Number(this.trueNs / 1000n) / 1000) * 1e6)));
  };

  /** The reading lies anywhere within the time that it takes. */
  #read<T>(read: () => T): T {
    this.pass(this.#takesNs());
    const value = read();
    this.pass(this.#takesNs());
    return value;
  }
}

/** Readings that take up to 1.6 µs, and now and then a pause of up to 5 ms. */
function somewhatBusy(seed: readonly number[]): () => bigint {
  let i = 0;
  return () => {
    const next = seed[i++ % seed.length] as number;
    return next > 990 ? BigInt(next - 990) * 500_000n : BigInt(Math.min(next, 800));
  };
}

function assertTrue(clock: RealtimeClock, clocks: FakeClocks): void {
  const beforeNs = clocks.trueNs;
  const stampNs = clock.nowNs();
  assert.ok(stampNs <= clocks.trueNs, `${stampNs} is later than ${clocks.trueNs}`);
  assert.ok(stampNs >= beforeNs - STAMP_STEP_NS, `${stampNs} is too early for ${beforeNs}`);
}

const startNs = fc.bigInt(0n, 10_000_000n).map((ns) => START_NS + ns);
/** Of a machine that is busy, or so fast that only Node's rounding keeps a stamp from being late. */
const seed = fc.oneof(
  fc.array(fc.nat(1_000), { minLength: 40, maxLength: 400 }),
  fc.array(fc.nat(20), { minLength: 40, maxLength: 400 }),
);
const spanNs = fc.bigInt(0n, 1_000_000_000n);
const stepNs = fc.oneof(fc.bigInt(1_102_000n, 3_000_000n), fc.bigInt(1_102_000n, 10n ** 13n));

test('a stamp is never late, and early by at most its step', () => {
  fc.assert(
    fc.property(startNs, seed, fc.array(spanNs), (start, pauses, spans) => {
      const clocks = new FakeClocks(start, somewhatBusy(pauses));
      const clock = new RealtimeClock(clocks);
      for (const [i, span] of spans.entries()) {
        clocks.pass(span);
        if (i % 3 === 0) clock.baseNs();
        assertTrue(clock, clocks);
      }
    }),
  );
});

test('a step of more than 1.1 ms holds for the next stamp', () => {
  fc.assert(
    fc.property(startNs, seed, fc.array(stepNs), spanNs, (start, pauses, steps, span) => {
      for (const sign of [-1n, 1n]) {
        const shortPauses = pauses.filter((pause) => pause < 990);
        const clocks = new FakeClocks(
          start,
          somewhatBusy(sign < 0n ? pauses : [0, ...shortPauses]),
        );
        const clock = new RealtimeClock(clocks);
        for (const step of steps) {
          clocks.pass(span);
          clocks.baseNs += sign * step;
          assertTrue(clock, clocks);
        }
      }
    }),
  );
});

test('a smaller step holds from the next measurement of the base', () => {
  const clocks = new FakeClocks(START_NS, () => 100n);
  const clock = new RealtimeClock(clocks);
  for (const stepNs of [40_000n, -40_000n, 900_000n, -1_000n]) {
    clocks.baseNs += stepNs;
    const errorNs = clock.baseNs() - clocks.baseNs;
    assert.ok(errorNs > -1_000n && errorNs < 1_000n, `${errorNs} ns off`);
    assertTrue(clock, clocks);
  }
});

test('a step while the base is measured leaves nothing of what was before', () => {
  let readings = 0;
  const clocks = new FakeClocks(START_NS, () => {
    readings += 1;
    if (readings === 5) clocks.baseNs -= 500_000n;
    return 100n;
  });
  assertTrue(new RealtimeClock(clocks), clocks);
});

test('reads the clock itself where the two are not slewed alike', () => {
  const clocks = new FakeClocks(START_NS, () => 100n, false);
  const clock = new RealtimeClock(clocks);
  // 500 ppm for a second.
  clocks.baseNs += 500_000n;
  assertTrue(clock, clocks);
});

test('reads the clock itself where reading takes too long to tell the base', () => {
  const clocks = new FakeClocks(START_NS, () => 2_000n);
  const clock = new RealtimeClock(clocks);
  const { readings } = clocks;
  readings.realtimeNs = 0;
  assertTrue(clock, clocks);
  assert.equal(readings.realtimeNs, 1);
});

test('does not read the slow clock for a stamp otherwise', () => {
  const clocks = new FakeClocks(START_NS, () => 100n);
  const clock = new RealtimeClock(clocks);
  const { readings } = clocks;
  readings.realtimeNs = 0;
  for (let i = 0; i < 100; i += 1) assertTrue(clock, clocks);
  assert.equal(readings.realtimeNs, 0);
});
