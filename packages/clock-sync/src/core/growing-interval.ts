import type { Exchange } from './exchange.ts';

/** The earliest and the latest time that a clock may show at one moment, in ms since an origin. */
export interface Interval {
  readonly earliestMs: number;
  readonly latestMs: number;
}

/**
 * The interval of another clock as a function of the device's monotonic clock c: two lines that part
 * at the drift limit between the two clocks. Times of the other clock are ms since an origin, so that
 * doubles resolve less than a nanosecond.
 *
 *   earliest(c) = earliestAt0Ms + c · (1 − driftLimit)
 *   latest(c)   = latestAt0Ms   + c · (1 + driftLimit)
 */
export interface GrowingInterval {
  readonly earliestAt0Ms: number;
  readonly latestAt0Ms: number;
  /** A fraction: 100 ppm is 0.0001. */
  readonly driftLimit: number;
  /** The moment of the newest exchange in it. The lines hold from then on. */
  readonly sinceMs: number;
}

/** What is assumed of the device's clock, compared with another clock. */
export interface DeviceAssumptions {
  /** The most by which a span between two readings of the device's clock may be wrong, in ms (r). */
  readonly stepMs: number;
  /** The limit of the drift between the two clocks until it is measured, as a fraction (ρ). */
  readonly driftLimit: number;
  /** The most by which that drift changes within some hours, as a fraction. */
  readonly driftChange: number;
}

/** Covers the rounding of doubles in the arithmetic below: 1 ns. */
const ROUNDING_MS = 1e-6;

/** The offset of the host clock from itself. */
const NO_OFFSET = { minNs: 0n, maxNs: 0n };

/**
 * The interval that one exchange proves, in ms since `originMs` (whole ms since 1970): of the host
 * clock, or of a clock with the given `offset` from it, such as UTC.
 *
 *   lo = s2 + (c − c4 − r)(1 − ρ)    hi = s1 + r_s + (c − c1 + r)(1 + ρ)
 *
 * the form of RFC 5905 §8 with both ends kept. The host clock showed s1 after c1, and s2 before c4,
 * however long the request and the reply took.
 */
export function exchangeInterval(
  exchange: Exchange,
  originMs: number,
  { stepMs, driftLimit }: Pick<DeviceAssumptions, 'stepMs' | 'driftLimit'>,
  offset = NO_OFFSET,
): GrowingInterval {
  const originNs = BigInt(originMs) * 1_000_000n;
  const { hostSentNs, hostReceivedNs, hostStepNs, sentAtMs, receivedAtMs } = exchange;
  const sentMs = toMs(hostSentNs + offset.minNs - originNs);
  const receivedMs = toMs(hostReceivedNs + offset.maxNs + hostStepNs - originNs);
  return {
    earliestAt0Ms: sentMs - (receivedAtMs + stepMs) * (1 - driftLimit) - ROUNDING_MS,
    latestAt0Ms: receivedMs - (sentAtMs - stepMs) * (1 + driftLimit) + ROUNDING_MS,
    driftLimit,
    sinceMs: receivedAtMs,
  };
}

/**
 * The intersection of two intervals (Marzullo's, without faults). Both must have the same drift limit:
 * their lines are then parallel, so two numbers describe the result too.
 */
export function intersect(a: GrowingInterval, b: GrowingInterval): GrowingInterval {
  return {
    earliestAt0Ms: Math.max(a.earliestAt0Ms, b.earliestAt0Ms),
    latestAt0Ms: Math.min(a.latestAt0Ms, b.latestAt0Ms),
    driftLimit: a.driftLimit,
    sinceMs: Math.max(a.sinceMs, b.sinceMs),
  };
}

/**
 * The same interval at its newest exchange, which grows by another drift from there. The reading at
 * that exchange may be wrong by `stepMs`, for which one or the other drift counts.
 */
export function withDriftLimit(
  interval: GrowingInterval,
  driftLimit: number,
  stepMs: number,
): GrowingInterval {
  const change = driftLimit - interval.driftLimit;
  const turnedMs = interval.sinceMs * change;
  const slackMs = stepMs * Math.abs(change) + ROUNDING_MS;
  return {
    ...interval,
    earliestAt0Ms: interval.earliestAt0Ms + turnedMs - slackMs,
    latestAt0Ms: interval.latestAt0Ms - turnedMs + slackMs,
    driftLimit,
  };
}

/** The gap in ms between the two lines of an interval that is empty at `sinceMs`; else 0. */
export function gapMs(interval: GrowingInterval): number {
  const { earliestMs, latestMs } = intervalAt(interval, interval.sinceMs);
  return Math.max(0, earliestMs - latestMs);
}

/**
 * The interval at a moment of the device's monotonic clock. It also grows backwards, before the newest
 * exchange.
 */
export function intervalAt(interval: GrowingInterval, atMs: number): Interval {
  const { driftLimit, sinceMs } = interval;
  const fromMs = Math.max(atMs, sinceMs);
  const backMs = fromMs - atMs;
  return {
    earliestMs: interval.earliestAt0Ms + fromMs * (1 - driftLimit) - backMs * (1 + driftLimit),
    latestMs: interval.latestAt0Ms + fromMs * (1 + driftLimit) - backMs * (1 - driftLimit),
  };
}

/** Exact for spans of up to 104 days. A count since 1970 would lose its last digits. */
export function toMs(ns: bigint): number {
  return Number(ns) / 1e6;
}
