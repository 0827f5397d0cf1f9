import type { Answers } from './tally.ts';

/** A load of three times the connections that saturate, and what came of it. */
export interface Overload extends Answers {
  readonly name: string;
  readonly connections: number;
  /** The share of the time in which the server's main thread ran, or waited for its core. */
  readonly busyShare: number;
}

const MOST_P99_MS = 250;
/** Below this the load was none that the process couldn't keep up with. */
const LEAST_BUSY_SHARE = 0.9;

/** What went wrong under a load, in words; empty when nothing did. */
export function overloadFaults(overload: Overload): string[] {
  const { accepted, others, broken, hung, p99Ms, busyShare } = overload;
  const faults: string[] = [];
  if (accepted === 0) faults.push('nothing accepted');
  if (p99Ms > MOST_P99_MS) faults.push(`p99 above ${MOST_P99_MS} ms`);
  if (others > 0) faults.push('answers other than 200 and 503');
  if (broken > 0) faults.push('broken connections');
  if (hung > 0) faults.push('requests that hang');
  if (busyShare < LEAST_BUSY_SHARE) faults.push('the load does not saturate');
  return faults;
}
