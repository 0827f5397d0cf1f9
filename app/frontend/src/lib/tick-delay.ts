import { WHOLE_SECONDS } from './clock-digits.ts';

const SECOND_MS = 1_000;
const TENTH_MS = 100;
/**
 * Finer digits run faster than anyone reads, and than a screen shows: they are read ten times a
 * second, each time with the next tenth, at moments that let the last digits move.
 */
const READING_MS = 107;

/**
 * How long until the shown digits must be written again, in ms: at each new second or tenth, and ten
 * times a second for hundredths and thousandths. Every second begins with a reading of its own.
 */
export function tickDelayMs(epochMs: number, digits: number): number {
  const intoSecondMs = epochMs - Math.floor(epochMs / SECOND_MS) * SECOND_MS;
  const stepMs = stepOf(digits);
  const nextMs = (Math.floor(intoSecondMs / stepMs) + 1) * stepMs;
  return Math.min(nextMs, SECOND_MS) - intoSecondMs;
}

function stepOf(digits: number): number {
  if (digits <= WHOLE_SECONDS) return SECOND_MS;
  return digits === WHOLE_SECONDS + 1 ? TENTH_MS : READING_MS;
}
