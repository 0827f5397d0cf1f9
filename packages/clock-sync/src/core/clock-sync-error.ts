/** An error of this library. Its `code` is stable, its message is for people. */
export class ClockSyncError extends Error {
  override readonly name = 'ClockSyncError';
  /**
   * exchange-failed: the server sent an error, or a cache sent the reply. bad-sync-answer: the reply is
   * malformed. closed: the clock was closed meanwhile.
   */
  readonly code: 'exchange-failed' | 'bad-sync-answer' | 'closed';

  constructor(code: ClockSyncError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
