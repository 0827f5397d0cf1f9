import { totalmem } from 'node:os';

/** The memory in bytes that this process may use: its container's limit, or the machine's memory. */
export function memoryLimitBytes(): number {
  return Math.min(process.constrainedMemory() || totalmem(), totalmem());
}
