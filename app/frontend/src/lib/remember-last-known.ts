import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import { LAST_KNOWN, type LastKnown } from './last-known.ts';
import type { Memory } from './memory.ts';

/** Stores the device's offset now, and after each exchange. */
export function rememberLastKnown(clock: SyncedClock, memory: Memory, wallMs: () => number): void {
  const store = () => {
    const { connection, lastReset } = clock.getState();
    const offset = clock.deviceOffset();
    if (connection === 'online' && offset !== null) {
      memory.write(LAST_KNOWN, JSON.stringify({ ...offset, wallMs: wallMs() } satisfies LastKnown));
    } else if (offset === null && lastReset !== null) {
      // The clock was set, so its offset is another one now.
      memory.write(LAST_KNOWN, null);
    }
  };
  clock.subscribe(store);
  store();
}
