/** What a number of connections got out of a server. */
export interface Step {
  readonly connections: number;
  readonly requestsPerSecond: number;
  /** The share of the time in which the server's main thread ran, or waited for its core. */
  readonly busyShare: number;
}

/** Runs differ by about this much on the same machine. */
const SAME_THROUGHPUT = 0.95;
/** A server that is idle for more than this has room, whatever a noisy run says of its throughput. */
const LEAST_BUSY_SHARE = 0.95;

/**
 * The fewest connections that keep the server busy and after which throughput no longer grows: the
 * first such step that is within 5 % of the best.
 * @throws {Error} when that is the last step, so that more connections might get more.
 */
export function saturationPoint(steps: readonly Step[]): Step {
  const best = Math.max(...steps.map(({ requestsPerSecond }) => requestsPerSecond));
  const index = steps.findIndex(
    ({ requestsPerSecond, busyShare }) =>
      busyShare >= LEAST_BUSY_SHARE && requestsPerSecond >= SAME_THROUGHPUT * best,
  );
  const step = steps[index];
  if (step !== undefined && index < steps.length - 1) return step;
  throw new Error(`throughput still grows: ${JSON.stringify(steps)}`);
}
