/** What happens once in a session, to a clock or to what a server says of one. */
export interface Break {
  readonly kind: 'step' | 'suspend' | 'pause' | 'lie' | 'smear';
  /** When, in ms of the world. */
  readonly atMs: number;
  /** By how much a clock is moved or stands still; for a smear 0, as it begins with nothing. */
  readonly sizeMs: number;
}

/** What each kind means for the promises, and how the library can tell. */
interface Meaning {
  /** Promises whose assumptions no longer hold. */
  readonly voids: readonly ('host' | 'utc')[];
  /** The resets that tell of it. */
  readonly toldBy: readonly string[];
  /** Whether all holds again once the library dropped what it knew before. */
  readonly mends: boolean;
}

export const MEANINGS: Readonly<Record<Break['kind'], Meaning>> = {
  // The host clock is another one until the next exchange tells of it. UTC goes on.
  step: { voids: ['host'], toldBy: ['host-clock-changed', 'contradiction'], mends: true },
  // The device's wall clock goes on, so the library sees it by itself and nothing is void.
  suspend: { voids: [], toldBy: ['device-clock-changed'], mends: true },
  pause: { voids: ['host', 'utc'], toldBy: ['contradiction'], mends: true },
  lie: { voids: ['utc'], toldBy: ['contradiction'], mends: false },
  smear: { voids: ['utc'], toldBy: ['contradiction'], mends: false },
};
