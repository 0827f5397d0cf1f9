/** Enough to see a clock with a step of 1 ms change. Takes about 20 ms at most. */
const MOST_READINGS = 100_000;
const CHANGES = 5;
/** The coarsest clock that browsers have. */
const COARSEST_STEP_MS = 100;

/**
 * Measures the most by which a span between two readings of a clock may be wrong, in ms: twice the
 * smallest step seen, because browsers may round a reading up as well as down.
 */
export function measureStepMs(read: () => number): number {
  let smallestMs = COARSEST_STEP_MS;
  let changes = 0;
  let last = read();
  for (let i = 0; i < MOST_READINGS && changes < CHANGES; i += 1) {
    const reading = read();
    if (reading === last) continue;
    smallestMs = Math.min(smallestMs, reading - last);
    last = reading;
    changes += 1;
  }
  return 2 * smallestMs;
}
