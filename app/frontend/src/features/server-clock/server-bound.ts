import type { Sample } from '@dataiku-assessment/clock-sync';

/**
 * How far the server itself may be from UTC, in ms: what an exchange's UTC interval is wider by
 * than its host clock's. Null while the server gives no bound.
 */
export function serverBoundMs(sample: Sample | undefined): number | null {
  if (sample === undefined || sample.utc === null) return null;
  const width = ({ earliestMs, latestMs }: Sample['host']) => latestMs - earliestMs;
  return Math.max(0, width(sample.utc) - width(sample.host)) / 2;
}
