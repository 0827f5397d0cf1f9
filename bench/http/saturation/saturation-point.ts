/** What a number of connections got out of a server. */
export interface Step {
  readonly connections: number;
  readonly requestsPerSecond: number;
}

/** Runs differ by about this much on the same machine. */
const SAME_THROUGHPUT = 0.95;

/**
 * The fewest connections after which throughput no longer grows: the first step that is within
 * 5 % of the best.
 * @throws {Error} when that is the last step, so that more connections might get more.
 */
export function saturationPoint(steps: readonly Step[]): Step {
  const best = Math.max(...steps.map(({ requestsPerSecond }) => requestsPerSecond));
  const index = steps.findIndex(
    ({ requestsPerSecond }) => requestsPerSecond >= SAME_THROUGHPUT * best,
  );
  const step = steps[index];
  if (step !== undefined && index < steps.length - 1) return step;
  throw new Error(`throughput still grows: ${JSON.stringify(steps)}`);
}
