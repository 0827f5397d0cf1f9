import type { Random } from './random.ts';

/** By how much one clock has gained on another since the start, in ms, at a moment of the world. */
export type Drift = (atMs: number) => number;

/** How UTC gains on the device's oscillator, and each host clock on UTC. */
export interface Drifts {
  readonly utcOnDevice: Drift;
  hostOnUtc(): Drift;
}

/** The limits that the library assumes, as fractions. A host clock may be 100 ppm off the device. */
const UTC_ON_DEVICE_LIMIT = 150e-6;
const HOST_ON_UTC_LIMIT = 50e-6;

/** What crystals in devices, and disciplined clocks in hosts, do: a rate that warmth bends. */
export function usualDrifts(random: Random): Drifts {
  return {
    utcOnDevice: wandering(random, 50e-6),
    hostOnUtc: () => wandering(random, 15e-6),
  };
}

/** Both at their limits at once, always the same way or turning over from one to the other. */
export function driftsAtTheLimit(random: Random): Drifts {
  const sign = random.sign();
  const turnAfterMs = random.chance(0.5) ? random.betweenDecades(5e3, 600e3) : Infinity;
  const gained: Drift = (atMs) => sign * backAndForth(atMs, turnAfterMs);
  return {
    utcOnDevice: (atMs) => gained(atMs) * UTC_ON_DEVICE_LIMIT,
    hostOnUtc: () => (atMs) => -gained(atMs) * HOST_ON_UTC_LIMIT,
  };
}

/** A rate of three waves, from minutes to hours, that never adds up to more than `limit`. */
function wandering(random: Random, limit: number): Drift {
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

/** Forward for a span, back for the next, and so on. */
function backAndForth(atMs: number, spanMs: number): number {
  if (spanMs === Infinity) return atMs;
  const inCycleMs = atMs % (2 * spanMs);
  return Math.min(inCycleMs, 2 * spanMs - inCycleMs);
}
