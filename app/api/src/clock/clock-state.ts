import type { ClockSourceName, ClockStatus } from '@dataiku-assessment/contract';
import { isSameBase } from './clock-base.ts';
import { type OffsetReading, offsetAt, type Reading } from './clock-source.ts';
import { boundNs } from './interval.ts';

/** The state of the server's clock between two readings of its source. */
export interface ClockState {
  readonly status: ClockStatus;
  /** The reason why it is not synchronized; null when it is. */
  readonly reason: string | null;
  readonly source: ClockSourceName;
  /** Realtime − monotonic of the host, in ns. */
  readonly baseNs: bigint;
  /** The reading that answers rest on: null unless synchronized or in holdover. */
  readonly reading: OffsetReading | null;
  /** The last reading with an offset on this base, however wide it has grown. */
  readonly lastReading: OffsetReading | null;
  /** The time of the last reading with an offset (monotonic, ns), on any base. */
  readonly lastAsOfNs: bigint | null;
}

/** The host clock at a reading, and the limit that its bound is held to. */
export interface ReadingContext {
  readonly monotonicNs: bigint;
  readonly baseNs: bigint;
  /** The largest bound that an answer may carry. */
  readonly maxBoundNs: bigint;
}

/**
 * The state after a reading. A lost source leaves its last offset growing (holdover) until its bound
 * is over the limit; a step of the host clock drops it at once.
 */
export function nextClockState(
  previous: ClockState | null,
  reading: Reading,
  context: ReadingContext,
): ClockState {
  const kept = previous !== null && isSameBase(previous.baseNs, context.baseNs) ? previous : null;
  const baseNs = kept?.baseNs ?? context.baseNs;
  const lastAsOfNs = previous?.lastAsOfNs ?? null;
  if (reading.kind === 'offset') {
    const verdict = judge(reading, context, statusOf(reading));
    return { ...verdict, baseNs, lastAsOfNs: reading.asOfNs };
  }
  const { kind: status, reason, source } = reading;
  if (status === 'unknown' && kept !== null && kept.lastReading !== null) {
    const verdict = judge(kept.lastReading, context, { status: 'holdover', reason });
    return { ...verdict, baseNs, lastAsOfNs };
  }
  return { status, reason, source, baseNs, reading: null, lastReading: null, lastAsOfNs };
}

function statusOf({ lost }: OffsetReading): Pick<ClockState, 'status' | 'reason'> {
  if (lost === undefined) return { status: 'synchronized', reason: null };
  return { status: 'holdover', reason: lost };
}

/** Gives the reading this status, unless its bound has outgrown the limit. */
function judge(
  lastReading: OffsetReading,
  { monotonicNs, maxBoundNs }: ReadingContext,
  status: Pick<ClockState, 'status' | 'reason'>,
): Omit<ClockState, 'baseNs' | 'lastAsOfNs'> {
  const { source } = lastReading;
  const grownNs = boundNs(offsetAt(lastReading, monotonicNs));
  if (grownNs <= maxBoundNs) return { ...status, source, reading: lastReading, lastReading };
  const reason = `the bound of ${seconds(grownNs)} is over the limit of ${seconds(maxBoundNs)}`;
  return { status: 'unsynchronized', reason, source, reading: null, lastReading };
}

function seconds(nanoseconds: bigint): string {
  return `${(Number(nanoseconds) / 1e9).toFixed(3)} s`;
}
