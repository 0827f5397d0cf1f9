import type { Random } from './random.ts';

/** How much one clock has gained on another since the start, in ms, at a moment of the world. */
export type Gain = (atMs: number) => number;

/** The drifts of a world: UTC against the device's oscillator, and each host clock against UTC. */
export interface Drifts {
  readonly utcOnDevice: Gain;
  hostOnUtc(): Gain;
}

/** The library's drift limits, as fractions. Between a host clock and the device, this leaves 100 ppm. */
const UTC_ON_DEVICE_LIMIT = 150e-6;
const HOST_ON_UTC_LIMIT = 50e-6;

/** The usual drifts of crystals in devices and of disciplined clocks in hosts: they vary with temperature. */
export function usualDrifts(random: Random): Drifts {
  return {
    utcOnDevice: wandering(random, 50e-6),
    hostOnUtc: () => wandering(random, 15e-6),
  };
}

/** Both drifts at their limits, with a constant sign or with one that alternates. */
export function driftsAtTheLimit(random: Random): Drifts {
  const sign = random.sign();
  const turnAfterMs = random.chance(0.5) ? random.betweenDecades(5e3, 600e3) : Infinity;
  const gained: Gain = (atMs) => sign * backAndForth(atMs, turnAfterMs);
  return {
    utcOnDevice: (atMs) => gained(atMs) * UTC_ON_DEVICE_LIMIT,
    hostOnUtc: () => (atMs) => -gained(atMs) * HOST_ON_UTC_LIMIT,
  };
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

/** Forward for one span, back for the next, and so on. */
function backAndForth(atMs: number, spanMs: number): number {
  if (spanMs === Infinity) return atMs;
  const inCycleMs = atMs % (2 * spanMs);
  return Math.min(inCycleMs, 2 * spanMs - inCycleMs);
}
