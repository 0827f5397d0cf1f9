import { ClockSyncError } from '../core/clock-sync-error.ts';

/**
 * Refuses an answer that can't be of this moment.
 * @throws {ClockSyncError} when the status is not 200, or an Age header tells of a cache on the way.
 */
export function refuseFailedOrStored(status: number, age: string | null | undefined): void {
  if (status !== 200) {
    throw new ClockSyncError('exchange-failed', `The server answered ${status}.`);
  }
  if (age !== null && age !== undefined) {
    throw new ClockSyncError('exchange-failed', 'A cache answered, with an Age.');
  }
}
