import type { Exchange } from './exchange.ts';

/** Two bounds at one moment, in ms since an origin. */
export interface Bounds {
  readonly earliestMs: number;
  readonly latestMs: number;
}

/**
 * Bounds on another clock, as two lines over the device's monotonic clock c: they part at the rate
 * error that is assumed between the two. The other clock is counted in ms since an origin, so that
 * doubles keep it to less than a nanosecond.
 *
 *   earliest(c) = earliestAt0Ms + c · (1 − rateError)
 *   latest(c)   = latestAt0Ms   + c · (1 + rateError)
 */
export interface GrowingInterval {
  readonly earliestAt0Ms: number;
  readonly latestAt0Ms: number;
  /** A fraction: 100 ppm is 0.0001. */
  readonly rateError: number;
  /** The moment of the newest exchange inside; before it the lines don't hold. */
  readonly sinceMs: number;
}

/** What the device's side of an exchange rests on. */
export interface DeviceAssumptions {
  /** By how much a span between two readings of the device's clock may be off, in ms (r). */
  readonly stepMs: number;
  /** Assumed rate error between the device's clock and the other one, as a fraction (ρ). */
  readonly rateError: number;
}

/** Pays for the rounding of doubles in the arithmetic below: 1 ns. */
const ROUNDING_MS = 1e-6;

/** Where the host clock lies against itself. */
const NO_SHIFT = { minNs: 0n, maxNs: 0n };

/**
 * Bounds from one exchange, counted from `originMs` (whole ms since 1970): on the host clock, or on UTC
 * with `shift` for where UTC lies against the host clock.
 *
 *   lo = s2 + (c − c4 − r)(1 − ρ)    hi = s1 + r_s + (c − c1 + r)(1 + ρ)
 *
 * the form of RFC 5905 §8 with both ends kept. The host clock passed s2 before c4, and s1 after c1,
 * whatever the way there and back took.
 */
export function exchangeInterval(
  exchange: Exchange,
  originMs: number,
  { stepMs, rateError }: DeviceAssumptions,
  shift = NO_SHIFT,
): GrowingInterval {
  const originNs = BigInt(originMs) * 1_000_000n;
  const { hostSentNs, hostReceivedNs, hostStepNs, sentAtMs, receivedAtMs } = exchange;
  const sentMs = toMs(hostSentNs + shift.minNs - originNs);
  const receivedMs = toMs(hostReceivedNs + shift.maxNs + hostStepNs - originNs);
  return {
    earliestAt0Ms: sentMs - (receivedAtMs + stepMs) * (1 - rateError) - ROUNDING_MS,
    latestAt0Ms: receivedMs - (sentAtMs - stepMs) * (1 + rateError) + ROUNDING_MS,
    rateError,
    sinceMs: receivedAtMs,
  };
}

/**
 * What both intervals allow, by Marzullo's intersection without faults. All lines of one kind share
 * a slope, so each pair stays two numbers. Both must have the same rate error.
 */
export function intersect(a: GrowingInterval, b: GrowingInterval): GrowingInterval {
  return {
    earliestAt0Ms: Math.max(a.earliestAt0Ms, b.earliestAt0Ms),
    latestAt0Ms: Math.min(a.latestAt0Ms, b.latestAt0Ms),
    rateError: a.rateError,
    sinceMs: Math.max(a.sinceMs, b.sinceMs),
  };
}

/** By how many ms the bounds miss each other when the interval is empty at `sinceMs`; else 0. */
export function gapMs(interval: GrowingInterval): number {
  const { earliestMs, latestMs } = boundsAt(interval, interval.sinceMs);
  return Math.max(0, earliestMs - latestMs);
}

/**
 * The bounds at a moment of the device's monotonic clock. Before the newest exchange the interval
 * is run backwards, where it grows as well.
 */
export function boundsAt(interval: GrowingInterval, atMs: number): Bounds {
  const { rateError, sinceMs } = interval;
  const fromMs = Math.max(atMs, sinceMs);
  const backMs = fromMs - atMs;
  return {
    earliestMs: interval.earliestAt0Ms + fromMs * (1 - rateError) - backMs * (1 + rateError),
    latestMs: interval.latestAt0Ms + fromMs * (1 + rateError) - backMs * (1 - rateError),
  };
}

/** Exact for spans up to 104 days; a count since 1970 would lose its last digits. */
export function toMs(ns: bigint): number {
  return Number(ns) / 1e6;
}
