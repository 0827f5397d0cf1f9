import { ClockSyncError } from '../core/clock-sync-error.ts';

/**
 * Refuses an error, and a reply that comes from a cache.
 * @throws {ClockSyncError} when the status is not 200, or there is an Age header.
 */
export function refuseFailedOrStored(status: number, age: string | null | undefined): void {
  if (status !== 200) {
    throw new ClockSyncError('exchange-failed', `The server replied with status ${status}.`);
  }
  if (age !== null && age !== undefined) {
    throw new ClockSyncError('exchange-failed', 'The reply came from a cache (Age).');
  }
}
