/** What a server says of its own clock. */
export interface ServerStatement {
  readonly status: 'synchronized' | 'holdover' | 'contradictory' | 'unsynchronized' | 'unknown';
  /** Why the status is not "synchronized", in words. */
  readonly reason: string | null;
  readonly source: 'kernel' | 'ntp' | 'none';
  /** The id of the host clock. */
  readonly clockId: string;
}

/** One exchange, kept for the picture. Times are ms of the device's monotonic clock. */
export interface Sample {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  /** Time on the way there and back, without the server's own. */
  readonly roundTripMs: number;
  readonly clockId: string;
  /** The host clock at `receivedAtMs`, in ms since 1970, by this exchange alone. */
  readonly host: { readonly earliestMs: number; readonly latestMs: number };
  /** UTC likewise; null where the server can't bound it. */
  readonly utc: { readonly earliestMs: number; readonly latestMs: number } | null;
}
