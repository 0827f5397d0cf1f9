/** One server's claim: the truth lies in [minNs, maxNs]. */
export interface Claim {
  readonly minNs: bigint;
  readonly maxNs: bigint;
}

interface Edge {
  readonly atNs: bigint;
  /** 1 where a claim starts, −1 where it ends. */
  readonly step: 1 | -1;
}

/**
 * Where the truth lies as long as more than half of the claims are true: from the first to the last
 * point that a majority of them covers. Null when there is no such point, which proves that at
 * least half of them are false.
 *
 * Source: RFC 5905 §11.2.1 (Marzullo's algorithm), with two differences. It always allows for as
 * many false claims as leave a majority, not for as few as possible: the smallest intersection is
 * true only if every claim in it is. And a claim's midpoint counts for nothing: under an asymmetric
 * path the truth is far from it. See docs/decisions/0010.
 */
export function majorityRange(claims: readonly Claim[]): Claim | null {
  const majority = Math.floor(claims.length / 2) + 1;
  const edges = claims.flatMap(edgesOf).sort(byPlace);
  const minNs = firstCovered(edges, majority);
  const maxNs = firstCovered(edges.map(mirror).reverse(), majority);
  return minNs === null || maxNs === null ? null : { minNs, maxNs: -maxNs };
}

/** The claims that are false if more than half of all are true. */
export function falsetickers<T extends Claim>(claims: readonly T[], range: Claim): readonly T[] {
  return claims.filter(({ minNs, maxNs }) => maxNs < range.minNs || minNs > range.maxNs);
}

/** The widest gap between two claims, in ns; negative when all overlap. */
export function disagreementNs(claims: readonly Claim[]): bigint {
  const latestStart = claims.reduce((a, b) => (a.minNs > b.minNs ? a : b));
  const firstEnd = claims.reduce((a, b) => (a.maxNs < b.maxNs ? a : b));
  return latestStart.minNs - firstEnd.maxNs;
}

function edgesOf({ minNs, maxNs }: Claim): Edge[] {
  return [
    { atNs: minNs, step: 1 },
    { atNs: maxNs, step: -1 },
  ];
}

/** Starts before ends: claims that touch have that point in common. */
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
