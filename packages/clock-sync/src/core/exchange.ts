export const SERVER_STATUSES = [
  'synchronized',
  'holdover',
  'contradictory',
  'unsynchronized',
  'unknown',
] as const;

/** How a server describes its own clock. */
export interface ServerStatus {
  readonly status: (typeof SERVER_STATUSES)[number];
  /** Why the status is not "synchronized", in English; null when it is. */
  readonly reason: string | null;
  /** The source of the server's bound, such as "kernel" or "ntp". */
  readonly source: string;
  /** Whether that bound rests on authenticated servers alone; null when there is none, or it is not told. */
  readonly authenticated: boolean | null;
  /** The id of the host clock. Only samples of the same host clock are intersected. */
  readonly clockId: string;
}

/** A request and its reply, with the stamps of the device and of the host clock. */
export interface Exchange {
  /** At or before the moment the request left, in ms of the device's monotonic clock (c1). */
  readonly sentAtMs: number;
  /** At or after the moment the reply arrived, in ms of the device's monotonic clock (c4). */
  readonly receivedAtMs: number;
  /** The host clock after the request arrived (s1), in ns since 1970. */
  readonly hostReceivedNs: bigint;
  /** The host clock before the reply left (s2), in ns since 1970. */
  readonly hostSentNs: bigint;
  /** A host stamp is never late, and at most this much early, in ns (r_s). */
  readonly hostStepNs: bigint;
  /** The clock base: the host's realtime minus its monotonic clock, in ns. It changes with each step. */
  readonly hostBaseNs: bigint;
  /** The offset UTC minus host clock, as an interval in ns; null when the server can't bound it. */
  readonly utcMinusHost: { readonly minNs: bigint; readonly maxNs: bigint } | null;
  readonly server: ServerStatus;
}
