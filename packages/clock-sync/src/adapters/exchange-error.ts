/** An exchange that gave nothing: no answer, an error answer, or a stored one. */
export class ExchangeError extends Error {
  readonly code = 'exchange-failed';
  override readonly name = 'ExchangeError';
}

/**
 * Refuses an answer that can't be of this moment.
 * @throws {ExchangeError} when the status is not 200, or an Age header tells of a cache on the way.
 */
export function refuseFailedOrStored(status: number, age: string | null | undefined): void {
  if (status !== 200) throw new ExchangeError(`The server answered ${status}, not 200.`);
  if (age !== null && age !== undefined) {
    throw new ExchangeError(
      'The answer has an Age header: a cache on the way stores what must be fresh.',
    );
  }
}
