import type { UtcInterval } from '@dataiku-assessment/contract';
import { formatInstant } from '../zones/instant.ts';
import type { UtcNow } from './utc-now.ts';

/** The interval that holds UTC on the wire; null when there is none. */
export function wireInterval({ interval }: UtcNow): UtcInterval | null {
  return (
    interval && {
      earliest: formatInstant(interval.earliestNs),
      latest: formatInstant(interval.latestNs),
      boundNs: String(interval.boundNs),
    }
  );
}
