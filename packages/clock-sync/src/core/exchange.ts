export const SERVER_STATUSES = [
  'synchronized',
  'holdover',
  'contradictory',
  'unsynchronized',
  'unknown',
] as const;

/** What a server says of its own clock. */
export interface ServerStatement {
  readonly status: (typeof SERVER_STATUSES)[number];
  /** Why the status is not "synchronized", in words; null when it is. */
  readonly reason: string | null;
  /** Where the server's bound comes from, such as "kernel" or "ntp". */
  readonly source: string;
  /** The id of the host clock: samples are intersected only within one. */
  readonly clockId: string;
}

/** One question to a server and its answer, with the device's and the host clock's stamps. */
export interface Exchange {
  /** Not after the request left, in ms of the device's monotonic clock (c1). */
  readonly sentAtMs: number;
  /** Not before the answer came, in ms of the device's monotonic clock (c4). */
  readonly receivedAtMs: number;
  /** The host clock when the request had come (s1), in ns since 1970. */
  readonly hostReceivedNs: bigint;
  /** The host clock before the answer left (s2), in ns since 1970. */
  readonly hostSentNs: bigint;
  /** A host stamp is never late, and early by at most this, in ns (r_s). */
  readonly hostStepNs: bigint;
  /** Realtime minus monotonic clock of the host, in ns: it changes when the host clock steps. */
  readonly hostBaseNs: bigint;
  /** UTC minus host clock lies in here, in ns; null when the server can't bound it. */
  readonly utcMinusHost: { readonly minNs: bigint; readonly maxNs: bigint } | null;
  readonly statement: ServerStatement;
}
