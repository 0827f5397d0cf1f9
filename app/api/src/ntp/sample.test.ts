import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KERNEL_DRIFT_PPM } from '../clock/drift.ts';
import { larger } from '../clock/extremes.ts';
import { STAMP_STEP_NS } from '../clock/realtime-clock.ts';
import { decodePacket, encodeRequest, type NtpPacket } from './packet.ts';
import { encodeReply, type ReplyFacts } from './reply.fixture.ts';
import { type HostStamps, type Sample, sampleAt, sampleOf } from './sample.ts';

const HOST_NS = 1_795_410_422_000_000_000n;
const NS_PER_MS = 1_000_000n;
const EXCHANGES = Number(process.env.EXCHANGES ?? 50_000);

function packet(facts: ReplyFacts): NtpPacket {
  const decoded = decodePacket(encodeReply(encodeRequest(1n), facts));
  assert.ok(decoded !== null);
  return decoded;
}

/** An exchange of `roundTripMs` with a server that is 300 ms ahead and holds it for 1 ms. */
function exchange(roundTripMs: bigint, facts: ReplyFacts = {}): Sample | null {
  const receivedNs = HOST_NS + 300n * NS_PER_MS + (roundTripMs * NS_PER_MS) / 2n;
  const stamps: HostStamps = {
    baseNs: 7n,
    sentAtNs: 5000n,
    sentNs: HOST_NS,
    receivedAtNs: 5000n + (roundTripMs + 1n) * NS_PER_MS,
  };
  const sentNs = receivedNs + NS_PER_MS;
  return sampleOf(packet({ receivedNs, sentNs, ...facts }), stamps);
}

test('the interval is θ ± (δ/2 + root delay/2 + root dispersion + precision)', () => {
  const sample = exchange(20n, { rootDelayMs: 8, rootDispersionMs: 3, precision: -10 });
  assert.ok(sample !== null);
  const middleNs = Number(sample.minNs + sample.maxNs) / 2;
  const halfWidthNs = Number(sample.maxNs - sample.minNs) / 2;
  assert.ok(Math.abs(middleNs - 300e6) < 2_000);
  // The short format of NTP's root figures has steps of 15 µs, which are rounded up.
  assert.ok(halfWidthNs >= 10e6 + 4e6 + 3e6 + 976_562);
  assert.ok(halfWidthNs < 10e6 + 4e6 + 3e6 + 976_562 + 30_000);
});

test('the sample grows from its arrival on and belongs to its base', () => {
  const sample = exchange(20n);
  assert.equal(sample?.asOfNs, 5000n + 21n * NS_PER_MS);
  assert.equal(sample?.baseNs, 7n);
});

test('a server that claims to have held the request longer than it took is refused', () => {
  assert.equal(exchange(20n, { sentNs: HOST_NS + 300n * NS_PER_MS + 40n * NS_PER_MS }), null);
});

test('what a timestamp loses in 2^-32 s is added at the far end', () => {
  const stamps = { baseNs: 0n, sentAtNs: 0n, sentNs: HOST_NS, receivedAtNs: 0n };
  for (let aheadNs = 0n; aheadNs < 20n; aheadNs += 1n) {
    const sample = sampleOf(packet({ receivedNs: HOST_NS + aheadNs, precision: -30 }), stamps);
    assert.ok(sample !== null && sample.maxNs >= aheadNs + 1n);
  }
});

for (const [leap, expected] of [
  [0, 'none'],
  [1, 'insert'],
  [2, 'delete'],
] as const) {
  test(`leap indicator ${leap} announces: ${expected}`, () => {
    assert.equal(exchange(20n, { leap })?.leap, expected);
  });
}

/**
 * A world in which the truth is known. Every span is drawn over nine decades, and each clock's
 * error is anywhere within what is promised of it.
 */
const fraction = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000);
const signed = fraction.map((x) => 2 * x - 1);
const spanNs = fc.oneof(
  { weight: 9, arbitrary: fraction.map((x) => Math.round(10 ** (9 * x))) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const world = fc.record({
  utcNs: fc.bigInt({ min: HOST_NS, max: HOST_NS + 10n ** 18n }),
  hostAheadNs: fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
  rate: fc.oneof(signed, fc.constantFrom(-1, 1)),
  stampEarly: fraction,
  beforeNs: spanNs,
  forwardNs: spanNs,
  heldNs: spanNs,
  backNs: spanNs,
  lateNs: spanNs,
  laterNs: spanNs.map((ns) => ns * 1000),
  rootDelayMs: spanNs.map((ns) => ns / 1e6),
  rootDispersionMs: fraction.map((x) => 400 * x),
  precision: fc.integer({ min: -30, max: -6 }),
  serverError: fc.oneof(signed, fc.constantFrom(-1, 1)),
  stampErrors: fc.tuple(fraction, fraction),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** UTC as the server stamps it: off within its root distance, and early by up to its precision. */
function serverStampNs(utcNs: bigint, { serverError, ...world }: World, early: number): bigint {
  const rootNs = (world.rootDelayMs / 2 + world.rootDispersionMs) * 1e6;
  const precisionNs = 2 ** world.precision * 1e9;
  return utcNs + BigInt(Math.trunc(serverError * rootNs)) - BigInt(Math.trunc(early * precisionNs));
}

/** The two clocks when the host's monotonic clock shows `monotonicNs`. */
function clocksAt(monotonicNs: number, { utcNs, hostAheadNs, rate }: World) {
  const gainedNs = BigInt(Math.trunc((monotonicNs * rate * KERNEL_DRIFT_PPM) / 1e6));
  return {
    monotonicNs: BigInt(monotonicNs),
    hostNs: utcNs + hostAheadNs + BigInt(monotonicNs),
    utcNs: utcNs + BigInt(monotonicNs) + gainedNs,
  };
}

function simulate(world: World) {
  const leftAt = world.beforeNs;
  const arrivedAt = leftAt + world.forwardNs;
  const answeredAt = arrivedAt + world.heldNs;
  const noticedAt = answeredAt + world.backNs + world.lateNs;
  const earlyNs = BigInt(Math.trunc(world.stampEarly * Number(STAMP_STEP_NS)));
  const receivedNs = serverStampNs(clocksAt(arrivedAt, world).utcNs, world, world.stampErrors[0]);
  const sentNs = serverStampNs(clocksAt(answeredAt, world).utcNs, world, world.stampErrors[1]);
  const { rootDelayMs, rootDispersionMs, precision } = world;
  const sample = sampleOf(
    packet({
      receivedNs,
      // Of two stamps of one clock the second is not before the first.
      sentNs: larger(receivedNs, sentNs),
      rootDelayMs,
      rootDispersionMs,
      precision,
    }),
    {
      baseNs: 0n,
      sentAtNs: 0n,
      sentNs: clocksAt(leftAt, world).hostNs - earlyNs,
      receivedAtNs: BigInt(noticedAt),
    },
  );
  const moments = [noticedAt, noticedAt + world.laterNs].map((at) => clocksAt(at, world));
  return { sample, moments };
}

test(`the interval of each of ${EXCHANGES} random exchanges holds the truth, then and later`, () => {
  fc.assert(
    fc.property(world, (world) => {
      const { sample, moments } = simulate(world);
      assert.ok(sample !== null, 'an honest exchange was refused');
      for (const { utcNs, hostNs, monotonicNs } of moments) {
        const truthNs = utcNs - hostNs;
        const { minNs, maxNs } = sampleAt({ ...sample, driftPpm: KERNEL_DRIFT_PPM }, monotonicNs);
        assert.ok(minNs <= truthNs && truthNs <= maxNs);
      }
    }),
    { numRuns: EXCHANGES },
  );
});
