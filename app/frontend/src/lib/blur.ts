import { DIGIT_UNITS_MS, WHOLE_SECONDS } from './clock-digits.ts';
import type { Frame } from './ticker.ts';

/** The first digit that the bound leaves uncertain, and how far it is blurred. */
export interface Blur {
  /** The digit's place from the left. */
  readonly place: number;
  /** In parts of the digit's height. */
  readonly radius: number;
}

const LEAST_RADIUS = 0.03;
const MOST_RADIUS = 0.12;

/**
 * The digit to blur; null when all digits are known, or none. While UTC is unknown,
 * whole seconds are all that is shown, so no digit below is blurred.
 */
export function blurOf({ reading, digits }: Pick<Frame, 'reading' | 'digits'>): Blur | null {
  const unitMs = DIGIT_UNITS_MS[digits];
  if (reading === null || unitMs === undefined) return null;
  if (reading.scale === 'host' && digits >= WHOLE_SECONDS) return null;
  // From half a unit, where the digit stops being supported, to five, where it says nothing.
  const share = Math.min(1, Math.max(0, Math.log10(reading.boundMs / (unitMs / 2))));
  return { place: digits, radius: LEAST_RADIUS + share * (MOST_RADIUS - LEAST_RADIUS) };
}
