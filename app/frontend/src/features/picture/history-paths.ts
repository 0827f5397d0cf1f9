import type { History, KnownSpan, RelativeInterval } from './history.ts';

/** The size of the drawing in its own units: time in width, distance from the estimate in height. */
export const DRAWING = { width: 1_000, height: 400 } as const;

/** Below this distance from the middle, in ms, intervals are drawn small. */
const LEAST_MS = 0.01;
/** What is known now fills up to this share of the height. */
const LARGEST_SHARE = 0.5;

/** The drawing as SVG paths. */
export interface HistoryPaths {
  /** The distance of a quarter of the height, in ms: 1, 2 or 5 times a power of ten. */
  readonly quarterMs: number;
  readonly exchanges: string;
  readonly latest: string;
  readonly known: string;
  readonly estimate: string;
}

/** A history up to a moment of the device's monotonic clock, in ms. */
export interface DrawnHistory extends History {
  readonly untilMs: number;
}

/**
 * Draws a history to both sides of the best estimate, on a linear scale that what is known now fills. What tells
 * less leaves the drawing.
 */
export function drawHistory({ exchanges, known, untilMs }: DrawnHistory): HistoryPaths {
  const fromMs = Math.min(exchanges[0]?.atMs ?? untilMs, known[0]?.from.atMs ?? untilMs);
  const now = known.at(-1)?.to;
  const reachMs = Math.max(Math.abs(now?.earliestMs ?? 0), Math.abs(now?.latestMs ?? 0));
  const quarterMs = roundUp(Math.max(LEAST_MS, reachMs / LARGEST_SHARE / 2));
  const x = (atMs: number) => round(((atMs - fromMs) / (untilMs - fromMs || 1)) * DRAWING.width);
  const y = (ms: number) => {
    const share = Math.max(-1, Math.min(1, ms / (2 * quarterMs)));
    return round((DRAWING.height / 2) * (1 - share));
  };
  const bar = ({ atMs, earliestMs, latestMs }: RelativeInterval) =>
    `M${x(atMs)} ${y(earliestMs)}V${y(latestMs)}`;
  const band = ({ from, to }: KnownSpan) =>
    `M${x(from.atMs)} ${y(from.latestMs)}L${x(to.atMs)} ${y(to.latestMs)}V${y(to.earliestMs)}` +
    `L${x(from.atMs)} ${y(from.earliestMs)}Z`;
  const middle = ({ atMs, earliestMs, latestMs }: RelativeInterval) =>
    `${x(atMs)} ${y((earliestMs + latestMs) / 2)}`;
  const last = exchanges.at(-1);
  return {
    quarterMs,
    exchanges: exchanges.slice(0, -1).map(bar).join(''),
    latest: last === undefined ? '' : bar(last),
    known: known.map(band).join(''),
    estimate: known
      .map(({ from, to }, index) => {
        const isGoingOn = known[index - 1]?.to.atMs === from.atMs;
        return `${isGoingOn ? 'L' : 'M'}${middle(from)}L${middle(to)}`;
      })
      .join(''),
  };
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundUp(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(ms));
  return ([1, 2, 5].find((multiple) => multiple * power >= ms) ?? 10) * power;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
