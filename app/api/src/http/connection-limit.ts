import { readFileSync } from 'node:fs';
import { memoryLimitBytes } from '../memory-limit.ts';

/** What an idle connection costs (measured: about 10 kB). */
const BYTES_PER_CONNECTION = 10_000;
/** The rest of the memory is for everything else. */
const SHARE_OF_MEMORY = 0.4;
/** Descriptors for files, the management port, NTP and the process itself. */
const RESERVED_DESCRIPTORS = 40;
const LEAST = 8;

/**
 * How many connections the public port may hold open. Beyond it Node closes a new one at once: without
 * a limit, the process would run out of file descriptors or of memory.
 */
export function connectionLimit(
  descriptors = descriptorLimit(),
  memoryBytes = memoryLimitBytes(),
): number {
  const byDescriptors = descriptors - RESERVED_DESCRIPTORS;
  const byMemory = Math.floor((memoryBytes * SHARE_OF_MEMORY) / BYTES_PER_CONNECTION);
  return Math.max(LEAST, Math.min(byDescriptors, byMemory));
}

/** The soft limit of open files of this process. Where /proc doesn't tell, Linux's usual 1024. */
function descriptorLimit(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return Number(/^Max open files +(\d+)/m.exec(limits)?.[1] ?? 1024);
  } catch {
    return 1024;
  }
}
