import type { Random } from './random.ts';

/** How much one clock has gained on another since the start, in ms, at a moment of the world. */
export type Gain = (atMs: number) => number;

/** The drifts of a world: UTC against the device's oscillator, and each host clock against UTC. */
export interface Drifts {
  readonly utcOnDevice: Gain;
  hostOnUtc(): Gain;
}

/** What is assumed of a drift, as fractions: its limit, and the most by which it changes. */
interface Assumed {
  readonly limit: number;
  readonly change: number;
}

/**
 * The library's assumption on UTC, and the server's. Between a host and the device, both count. A drift
 * here is a share of the device's time, and of up to 0.1 % less or more of another clock's.
 */
const OTHERS_TIME = 0.998;
const UTC_ON_DEVICE: Assumed = { limit: 500e-6 * OTHERS_TIME, change: 100e-6 * OTHERS_TIME };
const HOST_ON_UTC: Assumed = { limit: 500e-6 * OTHERS_TIME, change: 50e-6 * OTHERS_TIME };

/** The usual drifts of crystals in devices and of disciplined clocks in hosts: they vary with temperature. */
export function usualDrifts(random: Random): Drifts {
  return {
    utcOnDevice: wandering(random, 50e-6),
    hostOnUtc: () => wandering(random, 15e-6),
  };
}

/** Clocks that nobody disciplines: the device and each host are off by this much, either way. */
export function constantDrifts(drift: number): (random: Random) => Drifts {
  return (random) => {
    const either = (): Gain => {
      const rate = random.sign() * drift * OTHERS_TIME;
      return (atMs) => rate * atMs;
    };
    return { utcOnDevice: either(), hostOnUtc: either };
  };
}

/** Drifts that jump between the two ends of what they may change by, anywhere within their limits. */
export function driftsAtTheLimit(random: Random): Drifts {
  const turnAfterMs = random.chance(0.5) ? random.betweenDecades(5e3, 600e3) : Infinity;
  const turning = (assumed: Assumed): Gain => {
    const middle = middleOf(random, assumed);
    const half = random.sign() * (assumed.change / 2);
    return (atMs) => middle * atMs + half * backAndForth(atMs, turnAfterMs);
  };
  return { utcOnDevice: turning(UTC_ON_DEVICE), hostOnUtc: () => turning(HOST_ON_UTC) };
}

/** A device that is carried about and hosts whose fans start: the drifts jump again and again. */
export function temperatureSteps(random: Random): Drifts {
  const stepping = (assumed: Assumed): Gain => {
    const middle = middleOf(random, assumed);
    const everyMs = random.betweenDecades(20e3, 1200e3);
    const drifts = Array.from(
      { length: 97 },
      () => middle + random.between(-0.5, 0.5) * assumed.change,
    );
    return piecewise(drifts, everyMs);
  };
  return { utcOnDevice: stepping(UTC_ON_DEVICE), hostOnUtc: () => stepping(HOST_ON_UTC) };
}

/** Virtual machines that are moved to other hardware: a host's drift jumps once, as far as is assumed. */
export function migrations(random: Random): Drifts {
  return {
    utcOnDevice: wandering(random, 50e-6),
    hostOnUtc() {
      const middle = middleOf(random, HOST_ON_UTC);
      const half = random.sign() * (HOST_ON_UTC.change / 2);
      const movedAtMs = random.between(2e3, 3600e3);
      return (atMs) => middle * atMs + half * Math.abs(atMs - movedAtMs);
    },
  };
}

function middleOf(random: Random, { limit, change }: Assumed): number {
  const most = limit - change / 2;
  return random.chance(0.2) ? random.sign() * most : random.between(-most, most);
}

/** A drift of three waves, with periods from minutes to hours, that never exceeds `limit`. */
function wandering(random: Random, limit: number): Gain {
  const waves = [0.2, 0.3, 0.5].map((share) => ({
    perMs: (2 * Math.PI) / random.betweenDecades(60e3, 4 * 3600e3),
    phase: random.between(0, 2 * Math.PI),
    rate: limit * share,
  }));
  return (atMs) => {
    let gainedMs = 0;
    for (const { perMs, phase, rate } of waves) {
      gainedMs += (rate / perMs) * (Math.sin(perMs * atMs + phase) - Math.sin(phase));
    }
    return gainedMs;
  };
}

/** One drift for one span, the next for the next, and so on; round again at the end, and before 0. */
function piecewise(drifts: readonly number[], spanMs: number): Gain {
  const roundMs = spanMs * drifts.length;
  const roundGain = drifts.reduce((sum, drift) => sum + drift * spanMs, 0);
  return (atMs) => {
    const rounds = Math.floor(atMs / roundMs);
    const inRoundMs = atMs - rounds * roundMs;
    const whole = Math.floor(inRoundMs / spanMs);
    const before = drifts.slice(0, whole).reduce((sum, drift) => sum + drift * spanMs, 0);
    return rounds * roundGain + before + (drifts[whole] ?? 0) * (inRoundMs - whole * spanMs);
  };
}

/** Forward for one span, back for the next, and so on. */
function backAndForth(atMs: number, spanMs: number): number {
  if (spanMs === Infinity) return atMs;
  const inCycleMs = atMs - Math.floor(atMs / (2 * spanMs)) * 2 * spanMs;
  return Math.min(inCycleMs, 2 * spanMs - inCycleMs);
}
