import type { ServerClock, ServerClockState } from '@dataiku-assessment/clock-sync';
import { useSyncExternalStore } from 'react';

/** What is known beside the time: connection, the server's statement, the exchanges. */
export function useClockState(clock: ServerClock): ServerClockState {
  return useSyncExternalStore(clock.subscribe, clock.getState);
}
