import type { ClockSourceName, ClockStatus } from '@dataiku-assessment/contract';
import type { Bound, Reading } from './clock-source.ts';

/** What is known about the clock between two readings of its source. */
export interface ClockState {
  readonly status: ClockStatus;
  /** Why it is not synchronized; null when it is. */
  readonly reason: string | null;
  readonly source: ClockSourceName;
  /** Realtime − monotonic of the host, in ns. */
  readonly baseNs: bigint;
  /** The bound that answers rest on: null unless synchronized or in holdover. */
  readonly bound: Bound | null;
  /** The last bound that is true of this base, however wide it has grown. */
  readonly lastBound: Bound | null;
  /** When the source last gave a bound (monotonic, ns), even one that no longer holds. */
  readonly lastBoundAtNs: bigint | null;
}

/** When and against what a reading is judged. */
export interface Moment {
  readonly monotonicNs: bigint;
  readonly baseNs: bigint;
  /** The half-width from which on a bound is no answer. */
  readonly maxBoundNs: bigint;
}

/** UTC − host, in ns. */
export interface Range {
  readonly minNs: bigint;
  readonly maxNs: bigint;
}

/** Bases nearer than this are the same: steps are larger, errors of measurement far smaller. */
const BASE_TOLERANCE_NS = 1_000_000n;

/** Whether two bases belong to a clock that was not stepped in between. */
export function isSameBase(aNs: bigint, bNs: bigint): boolean {
  const differenceNs = aNs - bNs;
  return differenceNs < BASE_TOLERANCE_NS && differenceNs > -BASE_TOLERANCE_NS;
}

/**
 * The state after a reading. A lost source leaves its last bound growing (holdover) until it is
 * wider than the limit; a step of the host clock drops it at once.
 */
export function nextClockState(
  previous: ClockState | null,
  reading: Reading,
  moment: Moment,
): ClockState {
  const kept = previous !== null && isSameBase(previous.baseNs, moment.baseNs) ? previous : null;
  const baseNs = kept?.baseNs ?? moment.baseNs;
  const lastBoundAtNs = previous?.lastBoundAtNs ?? null;
  if (reading.kind === 'bound') {
    const verdict = judge(reading, moment, { status: 'synchronized', reason: null });
    return { ...verdict, baseNs, lastBoundAtNs: reading.readAtNs };
  }
  const { kind: status, reason, source } = reading;
  if (status === 'unknown' && kept !== null && kept.lastBound !== null) {
    const verdict = judge(kept.lastBound, moment, { status: 'holdover', reason });
    return { ...verdict, baseNs, lastBoundAtNs };
  }
  return { status, reason, source, baseNs, bound: null, lastBound: null, lastBoundAtNs };
}

/** UTC − host at a moment (monotonic, ns): the bound, grown by its age and rounded outward. */
export function grow(bound: Bound, monotonicNs: bigint): Range {
  const ageNs = monotonicNs - bound.readAtNs;
  const growthNs = (ageNs * BigInt(bound.driftPpm) + 999_999n) / 1_000_000n;
  return { minNs: bound.minNs - growthNs, maxNs: bound.maxNs + growthNs };
}

/** Takes the bound as it is claimed, unless it has outgrown the limit. */
function judge(
  lastBound: Bound,
  moment: Moment,
  claimed: Pick<ClockState, 'status' | 'reason'>,
): Omit<ClockState, 'baseNs' | 'lastBoundAtNs'> {
  const { source } = lastBound;
  const { minNs, maxNs } = grow(lastBound, moment.monotonicNs);
  const halfWidthNs = (maxNs - minNs + 1n) / 2n;
  if (halfWidthNs <= moment.maxBoundNs) return { ...claimed, source, bound: lastBound, lastBound };
  const reason = `the bound of ${seconds(halfWidthNs)} is over the limit of ${seconds(moment.maxBoundNs)}`;
  return { status: 'unsynchronized', reason, source, bound: null, lastBound };
}

function seconds(nanoseconds: bigint): string {
  return `${(Number(nanoseconds) / 1e9).toFixed(3)} s`;
}
