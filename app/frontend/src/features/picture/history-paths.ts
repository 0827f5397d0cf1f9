import { DECADES, scaleFraction } from '../../lib/bound-scale.ts';
import type { History, KnownSpan, RelativeInterval } from './history.ts';

/** The size of the drawing in its own units: time in width, distance from the estimate in height. */
export const DRAWING = { width: 1_000, height: 400 } as const;

/** With fewer decades, tiny intervals would look large. */
const LEAST_DECADES = 3;

/** The drawing as SVG paths. */
export interface HistoryPaths {
  /** The number of decades of the bound scale between the middle and an edge. */
  readonly decades: number;
  readonly exchanges: string;
  readonly latest: string;
  readonly known: string;
  readonly estimate: string;
}

/** A history up to a moment of the device's monotonic clock, in ms. */
export interface DrawnHistory extends History {
  readonly untilMs: number;
}

/** Draws a history on the bound scale, to both sides of the best estimate. */
export function drawHistory({ exchanges, known, untilMs }: DrawnHistory): HistoryPaths {
  const fromMs = Math.min(exchanges[0]?.atMs ?? untilMs, known[0]?.from.atMs ?? untilMs);
  const widest = exchanges.flatMap(({ earliestMs, latestMs }) => [-earliestMs, latestMs]);
  const decades = Math.max(
    LEAST_DECADES,
    Math.ceil(Math.max(0, ...widest.map((ms) => scaleFraction(Math.abs(ms)))) * DECADES),
  );
  const x = (atMs: number) => round(((atMs - fromMs) / (untilMs - fromMs || 1)) * DRAWING.width);
  const y = (ms: number) => {
    const share = Math.min(1, (scaleFraction(Math.abs(ms)) * DECADES) / decades);
    return round((DRAWING.height / 2) * (1 - Math.sign(ms) * share));
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
    decades,
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

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
