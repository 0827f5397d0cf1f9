import type { SyncedClockState } from '@dataiku-assessment/clock-sync';
import { useSyncExternalStore } from 'react';
import { usePageClock } from './page-clock.ts';

/** The state of the clock: connection, server status, samples, last reset. */
export function useClockState(): SyncedClockState {
  const { clock } = usePageClock();
  return useSyncExternalStore(clock.subscribe, clock.getState);
}
