/**
 * The number of letters to insert, delete or replace to turn `a` into `b` (Levenshtein 1966, by the
 * dynamic programme of Wagner and Fischer 1974); infinity when there are more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  // The difference in length is a lower bound of the distance, and free.
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, at(row, j) + 1, at(next, j - 1) + 1));
    }
    // No later row has less than this one's least.
    if (Math.min(...next) > limit) return Number.POSITIVE_INFINITY;
    row = next;
  }
  const distance = at(row, b.length);
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
