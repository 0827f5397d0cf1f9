import { ClockSyncError } from './clock-sync-error.ts';
import type { TimeReading } from './display.ts';
import type { SyncedClock } from './synced-clock.ts';

/**
 * Waits until the bound of `clock.now()` is at most `boundMs`, and resolves to that reading.
 * @throws {ClockSyncError} "closed" when the clock is closed first.
 */
export function whenBoundBelow(
  clock: Pick<SyncedClock, 'now' | 'subscribe' | 'closed'>,
  boundMs: number,
): Promise<TimeReading> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (clock.closed.aborted) return reject(new ClockSyncError('closed', 'The clock is closed.'));
      const reading = clock.now();
      // Written so that a NaN is never met.
      if (!(reading && reading.boundMs <= boundMs)) return;
      stop();
      resolve(reading);
    };
    // Only an exchange can lower the bound.
    const stop = clock.subscribe(look);
    look();
  });
}
