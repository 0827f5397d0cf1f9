import type { SyncedClock, SyncedClockState } from '@dataiku-assessment/clock-sync';
import { useSyncExternalStore } from 'react';

/** What is known beside the time: connection, the server's statement, the exchanges. */
export function useClockState(clock: SyncedClock): SyncedClockState {
  return useSyncExternalStore(clock.subscribe, clock.getState);
}
