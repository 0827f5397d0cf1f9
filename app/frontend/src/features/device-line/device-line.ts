import type { ShownOffset } from '../../lib/ticker.ts';

/** The line of "Is your clock right?", which is as long on both sides of the true time. */
export interface DeviceLine {
  /** What is said: the dot stands in the bar; beside it, too little to matter; or far from it. */
  readonly verdict: 'inside' | 'near' | 'outside';
  /** Half of the line, in ms: 1, 2 or 5 times a power of ten. */
  readonly reachMs: number;
  /** Half of the bar, as a fraction of half of the line. */
  readonly bar: number;
  /** The device, from -1, behind, to 1, ahead. */
  readonly dot: number;
}

/** A narrower bar would not be seen. */
const LEAST_BAR = 0.01;
/** The line is longer than what is on it by this factor. */
const MARGIN = 1.25;
const NEAR_MS = 100;

/** Places the device and the interval that must contain the true time on a line. */
export function deviceLine({
  offsetMs,
  boundMs,
}: Pick<ShownOffset, 'offsetMs' | 'boundMs'>): DeviceLine {
  const sizeMs = Math.abs(offsetMs);
  const reachMs = niceAbove(MARGIN * Math.max(sizeMs, boundMs));
  const isNear = sizeMs + boundMs <= NEAR_MS;
  return {
    verdict: sizeMs <= boundMs ? 'inside' : isNear ? 'near' : 'outside',
    reachMs,
    bar: Math.max(LEAST_BAR, boundMs / reachMs),
    dot: offsetMs / reachMs,
  };
}

function niceAbove(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(ms));
  return ([1, 2, 5, 10].find((factor) => factor * power >= ms) ?? 10) * power;
}
