/** Something that this library could not do. The message says what; `code` is stable. */
export class ClockSyncError extends Error {
  override readonly name = 'ClockSyncError';
  /**
   * exchange-failed: the server answered with an error, or a cache did. bad-sync-answer: the answer
   * can't be read. closed: the clock was closed meanwhile.
   */
  readonly code: 'exchange-failed' | 'bad-sync-answer' | 'closed';

  constructor(code: ClockSyncError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
