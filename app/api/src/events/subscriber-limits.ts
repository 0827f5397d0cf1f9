import { memoryLimitBytes } from '../memory-limit.ts';
import type { SubscriberLimits } from './subscribers.ts';

/** The most memory that an open stream takes, with its socket and buffers (make bench-events). */
const BYTES_PER_SUBSCRIBER = 24 * 1024;
/** The rest of the memory is for everything else. */
const SHARE_OF_MEMORY = 0.5;

/**
 * The number of streams that fit into half of the memory limit (the container's, or else the
 * machine's memory), and `perNetwork` for one client.
 */
export function subscriberLimits(perNetwork: number): SubscriberLimits {
  const total = Math.floor((memoryLimitBytes() * SHARE_OF_MEMORY) / BYTES_PER_SUBSCRIBER);
  return { total, perNetwork };
}
