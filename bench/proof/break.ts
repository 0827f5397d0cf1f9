/** A broken assumption: something that happens once in a session to a clock, or to a server's bound. */
export interface Break {
  readonly kind: 'step' | 'suspend' | 'pause' | 'lie' | 'smear' | 'migration';
  /** When, in ms of the world. */
  readonly atMs: number;
  /**
   * The size of a step, the duration of a stop, or the gain in 1,000 s after a migration, which is its
   * jump in ppm. 0 for a smear, which begins at zero.
   */
  readonly sizeMs: number;
}

/** The effect of each kind on the promises, and how the library can notice it. */
interface Meaning {
  /** The promises whose assumptions are broken. */
  readonly voids: readonly ('host' | 'utc')[];
  /** The causes of the resets that it may lead to. */
  readonly toldBy: readonly string[];
  /** Whether the promises hold again after the library has dropped its samples. */
  readonly mends: boolean;
}

export const MEANINGS: Readonly<Record<Break['kind'], Meaning>> = {
  // The library learns of the step at the next exchange. UTC is not affected.
  step: { voids: ['host'], toldBy: ['host-clock-changed', 'contradiction'], mends: true },
  // The device's wall clock goes on, so the library notices at once, and no promise is void.
  suspend: { voids: [], toldBy: ['device-clock-changed'], mends: true },
  pause: { voids: ['host', 'utc'], toldBy: ['contradiction'], mends: true },
  lie: { voids: ['utc'], toldBy: ['contradiction'], mends: false },
  smear: { voids: ['utc'], toldBy: ['contradiction'], mends: false },
  // The drift jumps by more than is assumed: the server's samples contradict each other at its next poll.
  migration: { voids: ['host', 'utc'], toldBy: ['contradiction'], mends: false },
};
