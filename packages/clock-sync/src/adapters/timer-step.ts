/** Enough to see a clock of 1 ms move; about 20 ms of work at the most. */
const MOST_READINGS = 100_000;
const CHANGES = 5;
/** The coarsest clock that a browser gives. */
const COARSEST_STEP_MS = 100;

/**
 * By how much a span between two readings of a clock may be off, in ms: twice its smallest seen
 * step, because browsers may round a reading up as well as down.
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
