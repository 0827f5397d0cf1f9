/**
 * The logarithmic scale of bounds. It has one decade for each digit of a clock from tens of seconds down
 * to hundredths of a millisecond. A decade begins at half of its digit's unit, where the digit stops
 * being supported, so the band of a bound ends below the first unsupported digit.
 */
const LEAST_MS = 0.005;
export const DECADES = 7;

/** The part of the scale that a duration covers: 0 at 0.005 ms and less, 1 at 50 s and more. */
export function scaleFraction(boundMs: number): number {
  return Math.min(1, Math.max(0, Math.log10(boundMs / LEAST_MS) / DECADES));
}

/** A line of the scale. */
export interface ScaleMark {
  readonly fraction: number;
  /** 1 to 9, in the decade's unit. */
  readonly multiple: number;
  /** The decade's unit, in ms. */
  readonly unitMs: number;
}

/** The lines of the scale, from the finest: 0.006 ms, 0.007 ms … 0.01 ms, 0.02 ms … 50 s. */
export function scaleMarks(): readonly ScaleMark[] {
  const marks: ScaleMark[] = [];
  for (let power = -3; power <= 4; power += 1) {
    for (let multiple = 1; multiple <= 9; multiple += 1) {
      const unitMs = 10 ** power;
      const fraction = Math.log10((multiple * unitMs) / LEAST_MS) / DECADES;
      if (fraction > 0 && fraction < 1) marks.push({ fraction, multiple, unitMs });
    }
  }
  return marks;
}
