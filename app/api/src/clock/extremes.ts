/** `Math.max` for counts that a double can't hold. */
export function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}

/** `Math.min` for counts that a double can't hold. */
export function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
