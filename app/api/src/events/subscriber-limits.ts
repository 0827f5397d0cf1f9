import { memoryLimitBytes } from '../memory-limit.ts';
import type { SubscriberLimits } from './subscribers.ts';

/** What an open stream costs at the most, with its socket and what may wait in it (make bench-events). */
const BYTES_PER_SUBSCRIBER = 24 * 1024;
/** The rest of the memory is for everything else. */
const SHARE_OF_MEMORY = 0.5;

/**
 * How many streams fit into this process: half of its memory limit (the container's, or else the
 * machine's memory), and `perAddress` for one client.
 */
export function subscriberLimits(perAddress: number): SubscriberLimits {
  const total = Math.floor((memoryLimitBytes() * SHARE_OF_MEMORY) / BYTES_PER_SUBSCRIBER);
  return { total, perAddress };
}
