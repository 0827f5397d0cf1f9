import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Exchange } from './exchange.ts';
import type { Interval } from './growing-interval.ts';
import {
  hostIntervalAt,
  initialState,
  type SyncState,
  utcIntervalAt,
  withExchange,
} from './sync-state.ts';

/**
 * A simulated world in which the truth is known: a device, two hosts and UTC, drifting within the assumed
 * limits. All delays, asymmetries, timer steps and stamps are random. `make proof` runs more exchanges.
 */

const EXCHANGES = Number(process.env.EXCHANGES ?? 2_000);
const EXCHANGES_A_RUN = 50;
const EPOCH_MS = 1_795_410_422_879;
/** The rounding of the world's own clocks, which are sums: 1 ns. */
const SUM_MS = 1e-6;
const HOST_DRIFTS = { driftLimit: 1000e-6, driftChange: 150e-6 };
const UTC_DRIFTS = { driftLimit: 500e-6, driftChange: 100e-6 };

interface World {
  /** What each clock really reads now, in ms; the hosts' and UTC's since EPOCH_MS. */
  deviceMs: number;
  readonly hostMs: [number, number];
  utcMs: number;
}

const fraction = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1_000_000);
const signed = fraction.map((x) => 2 * x - 1);
/** From microseconds to seconds, evenly over the logarithm, and exactly nothing now and then. */
const delayMs = fc.oneof(
  { weight: 9, arbitrary: fraction.map((x) => 10 ** (6 * x - 3)) },
  { weight: 1, arbitrary: fc.constant(0) },
);
/** The same, to minutes. */
const pauseMs = fraction.map((x) => 10 ** (8 * x - 3));

const step = fc.record({
  host: fc.constantFrom(0, 1),
  hostRates: fc.tuple(signed, signed),
  utcRate: signed,
  pauseMs,
  forwardMs: delayMs,
  serverMs: delayMs.map((ms) => ms / 100),
  backMs: delayMs,
  sentError: signed,
  receivedError: signed,
  readError: signed,
  stampErrors: fc.tuple(fraction, fraction),
  slackMs: fc.tuple(delayMs, delayMs),
  laterMs: pauseMs,
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const profile = fc.record({
  stepMs: fc.constantFrom(0.0001, 0.01, 0.1, 2),
  hostStepNs: fc.constantFrom(1_500n, 1_000_000n),
  /** Whether the drifts wander at all: at their limit throughout is the hardest case. */
  rates: fc.constantFrom<'random' | 'fastest' | 'slowest'>('random', 'fastest', 'slowest'),
  /** Where between its limits the middle of each drift lies: of both hosts, and of UTC. */
  middles: fc.tuple(signed, signed, signed),
  offsetsMs: fc.tuple(
    fc.integer({ min: -5_000, max: 5_000 }),
    fc.integer({ min: -5_000, max: 5_000 }),
  ),
});
type Profile = typeof profile extends fc.Arbitrary<infer T> ? T : never;

function advance(world: World, deviceMs: number, step: Step, profile: Profile): void {
  const { rates, middles } = profile;
  const passed = (
    { driftLimit, driftChange }: typeof UTC_DRIFTS,
    middle: number,
    drawn: number,
  ) => {
    const within = rates === 'random' ? drawn : rates === 'fastest' ? 1 : -1;
    const drift = middle * (driftLimit - driftChange / 2) + (within * driftChange) / 2;
    return deviceMs * (1 + drift);
  };
  world.deviceMs += deviceMs;
  world.hostMs[0] += passed(HOST_DRIFTS, middles[0], step.hostRates[0]);
  world.hostMs[1] += passed(HOST_DRIFTS, middles[1], step.hostRates[1]);
  world.utcMs += passed(UTC_DRIFTS, middles[2], step.utcRate);
}

/** A span between two readings is off by at most the step: each reading by half of it. */
function readDeviceMs(world: World, error: number, { stepMs }: Profile): number {
  return world.deviceMs + (error * stepMs) / 2;
}

/** A stamp is early by the drawn part of the step, and by the rounding to whole ns. */
function stampNs(hostMs: number, hostStepNs: bigint, error: number): bigint {
  const earlyNs = error * Number(hostStepNs - 2n);
  return BigInt(EPOCH_MS) * 1_000_000n + BigInt(Math.floor(hostMs * 1e6 - earlyNs));
}

function simulate(world: World, step: Step, profile: Profile): Exchange {
  const host = step.host as 0 | 1;
  advance(world, step.pauseMs, step, profile);
  const sentAtMs = readDeviceMs(world, step.sentError, profile);
  advance(world, step.forwardMs, step, profile);
  const hostReceivedNs = stampNs(world.hostMs[host], profile.hostStepNs, step.stampErrors[0]);
  const before = world.utcMs - world.hostMs[host];
  advance(world, step.serverMs, step, profile);
  const hostSentNs = stampNs(world.hostMs[host], profile.hostStepNs, step.stampErrors[1]);
  const after = world.utcMs - world.hostMs[host];
  advance(world, step.backMs, step, profile);
  return {
    sentAtMs,
    receivedAtMs: readDeviceMs(world, step.receivedError, profile),
    hostReceivedNs,
    hostSentNs,
    hostStepNs: profile.hostStepNs,
    hostBaseNs: BigInt(host),
    utcMinusHost: {
      minNs: BigInt(Math.floor((Math.min(before, after) - step.slackMs[0]) * 1e6)),
      maxNs: BigInt(Math.ceil((Math.max(before, after) + step.slackMs[1]) * 1e6)),
    },
    server: {
      status: 'synchronized',
      reason: null,
      source: 'ntp',
      authenticated: false,
      clockId: String(host),
    },
  };
}

function assertContains(
  bounds: Interval | null,
  truthMs: number,
  state: SyncState,
  what: string,
): void {
  assert.ok(bounds !== null, `${what} is not known`);
  const sinceOriginMs = truthMs - ((state.originMs ?? 0) - EPOCH_MS);
  assert.ok(
    bounds.earliestMs <= sinceOriginMs + SUM_MS && sinceOriginMs - SUM_MS <= bounds.latestMs,
    `${what} ${sinceOriginMs} escapes from ${bounds.earliestMs} … ${bounds.latestMs}`,
  );
}

function assertTruthWithin(state: SyncState, world: World, readMs: number): void {
  const host = Number(state.hosts.electedId) as 0 | 1;
  assertContains(hostIntervalAt(state, readMs), world.hostMs[host], state, 'host clock');
  assertContains(utcIntervalAt(state, readMs), world.utcMs, state, 'UTC');
}

test(`the truth lies in the interval after each of ${EXCHANGES} exchanges`, () => {
  let exchanges = 0;
  const run = fc.array(step, { minLength: EXCHANGES_A_RUN, maxLength: EXCHANGES_A_RUN });
  fc.assert(
    fc.property(profile, run, (profile, steps) => {
      const world: World = { deviceMs: 1_000, hostMs: [...profile.offsetsMs], utcMs: 0 };
      const { stepMs } = profile;
      let state = initialState({
        host: { stepMs, ...HOST_DRIFTS },
        utc: { stepMs, ...UTC_DRIFTS },
      });
      for (const step of steps) {
        state = withExchange(state, simulate(world, step, profile));
        assert.equal(state.lastReset, null);
        assertTruthWithin(state, world, readDeviceMs(world, step.readError, profile));
        advance(world, step.laterMs, step, profile);
        assertTruthWithin(state, world, readDeviceMs(world, step.readError, profile));
        exchanges += 1;
      }
    }),
    { numRuns: Math.ceil(EXCHANGES / EXCHANGES_A_RUN) },
  );
  assert.ok(exchanges >= EXCHANGES);
});
