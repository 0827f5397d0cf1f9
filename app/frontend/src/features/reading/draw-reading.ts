import { scaleFraction } from '../../lib/bound-scale.ts';
import {
  clockDigits,
  clockText,
  MINUTES,
  machineTime,
  NO_DIGITS,
  WHOLE_SECONDS,
} from '../../lib/clock-digits.ts';
import { toLocalMs } from '../../lib/local-time.ts';
import { prefersStillness } from '../../lib/motion.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import type { Frame } from '../../lib/ticker.ts';

/** Writes the digits down to seconds, in the visitor's zone. An unsupported digit fades out. */
export function drawDigits(element: HTMLElement, { reading, digits }: Frame): void {
  const shown = reading === null ? NO_DIGITS : clockDigits(toLocalMs(reading.estimateMs), digits);
  for (const [place, digit] of shown.entries()) {
    const cell = element.children[place];
    cell?.toggleAttribute('data-faded', digit === '');
    if (cell !== undefined && place < WHOLE_SECONDS) write(cell, digit);
  }
}

/** Writes the time for machines (to the last digit) and for screen readers (to the minute). */
export function drawTime(element: HTMLTimeElement, { reading, digits }: Frame, texts: Texts): void {
  if (reading === null || digits === 0) {
    element.removeAttribute('datetime');
    write(element, texts.timeUnknown);
    return;
  }
  element.dateTime = machineTime(reading.estimateMs, digits);
  const shown = clockText(clockDigits(toLocalMs(reading.estimateMs), digits), MINUTES);
  write(element, texts.localTime(shown));
}

/** The duration of the band's animation when it shrinks, in ms, and the least change that is animated. */
const SNAP_MS = 150;
const LEAST_SNAP = 0.01;

/**
 * Sets the band's width: the bound on the scale, or the whole scale while it is unknown. Only
 * shrinking is animated, because only an exchange makes the band shrink.
 */
export function drawBand(element: HTMLElement, { reading }: Frame): void {
  const fraction = reading === null ? 1 : scaleFraction(reading.boundMs);
  const before = Number(/[\d.]+/.exec(element.style.transform)?.[0] ?? fraction);
  const transform = `scaleX(${fraction.toFixed(3)})`;
  if (before - fraction > LEAST_SNAP && !prefersStillness()) {
    const from = { transform: element.style.transform };
    element.animate([from, { transform }], { duration: SNAP_MS, easing: 'ease-out' });
  }
  element.style.transform = transform;
}

/** Writes UTC to whole seconds, if the visitor's zone differs from UTC. */
export function drawUtc(element: HTMLElement, { reading, digits }: Frame, texts: Texts): void {
  const epochMs = reading?.estimateMs ?? Date.now();
  const shown = reading === null ? NO_DIGITS : clockDigits(epochMs, digits);
  write(element, toLocalMs(epochMs) === epochMs ? '' : texts.inUtc(clockText(shown)));
}

/** Changes the document only if the text differs. */
function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
