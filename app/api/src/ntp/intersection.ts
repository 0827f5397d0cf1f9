import { type Interval, intersect } from '../clock/interval.ts';

interface Edge {
  readonly atNs: bigint;
  /** 1 where an interval starts, −1 where it ends. */
  readonly step: 1 | -1;
}

/**
 * The interval that holds the truth as long as more than half of the given ones do: from the first
 * to the last point that a majority of them covers. Null when there is no such point, which proves
 * that at least half of them are false.
 *
 * Source: RFC 5905 §11.2.1 (Marzullo's algorithm), with two differences. It always allows for as
 * many false intervals as leave a majority, not for as few as possible: the smallest intersection
 * is true only if every interval in it is. And the midpoint of an interval does not count: under an
 * asymmetric path the truth is far from it. See docs/decisions/0010.
 */
export function majorityInterval(intervals: readonly Interval[]): Interval | null {
  const majority = Math.floor(intervals.length / 2) + 1;
  const edges = intervals.flatMap(edgesOf).sort(byPlace);
  const minNs = firstCovered(edges, majority);
  const maxNs = firstCovered(edges.map(mirror).reverse(), majority);
  return minNs === null || maxNs === null ? null : { minNs, maxNs: -maxNs };
}

/** The intervals that are false if more than half of all are true. */
export function falsetickers<T extends Interval>(
  intervals: readonly T[],
  majority: Interval,
): readonly T[] {
  return intervals.filter(({ minNs, maxNs }) => maxNs < majority.minNs || minNs > majority.maxNs);
}

/** The widest gap between two intervals, in ns; negative when all overlap. */
export function disagreementNs(intervals: readonly Interval[]): bigint {
  const { minNs, maxNs } = intervals.reduce(intersect);
  return minNs - maxNs;
}

function edgesOf({ minNs, maxNs }: Interval): Edge[] {
  return [
    { atNs: minNs, step: 1 },
    { atNs: maxNs, step: -1 },
  ];
}

/** Starts before ends: intervals that touch share that point. */
function byPlace(a: Edge, b: Edge): number {
  if (a.atNs !== b.atNs) return a.atNs < b.atNs ? -1 : 1;
  return b.step - a.step;
}

function mirror({ atNs, step }: Edge): Edge {
  return { atNs: -atNs, step: step === 1 ? -1 : 1 };
}

function firstCovered(edges: readonly Edge[], majority: number): bigint | null {
  let covering = 0;
  for (const { atNs, step } of edges) {
    covering += step;
    if (covering >= majority) return atNs;
  }
  return null;
}
