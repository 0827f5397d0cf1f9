/** UTC at the world's moment 0, in ms since 1970. */
export const EPOCH_MS = 1_795_410_422_879;
