import type { Interval } from './interval.ts';

/** The offset of UTC by one side, for a reason that a person reads. */
export function intervalInWords(side: string, { minNs, maxNs }: Interval): string {
  const offsetMs = Number(minNs + maxNs) / 2e6;
  const boundMs = Number(maxNs - minNs) / 2e6;
  return `${side} says UTC − host clock is ${offsetMs.toFixed(3)} ± ${boundMs.toFixed(3)} ms`;
}

/** A span of ns as milliseconds. */
export function inMilliseconds(spanNs: bigint): string {
  return `${(Number(spanNs) / 1e6).toFixed(3)} ms`;
}
