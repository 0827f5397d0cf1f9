import type { Sample } from '@dataiku-assessment/clock-sync';

/**
 * The server's own bound on UTC, in ms: half of the difference in width between a sample's interval of
 * UTC and its interval of the host clock. Null while the server gives no bound.
 */
export function serverBoundMs(sample: Sample | undefined): number | null {
  if (sample === undefined || sample.utc === null) return null;
  const width = ({ earliestMs, latestMs }: Sample['host']) => latestMs - earliestMs;
  return Math.max(0, width(sample.utc) - width(sample.host)) / 2;
}
