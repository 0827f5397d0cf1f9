import { clockDigits, machineTime, NO_DIGITS, WHOLE_SECONDS } from '../../lib/clock-digits.ts';
import { toLocalMs } from '../../lib/local-time.ts';
import { texts } from '../../lib/texts.ts';
import type { Frame } from '../../lib/ticker.ts';
import { toleranceFraction } from '../../lib/tolerance-scale.ts';

/** Writes the nine digits, in the visitor's zone. One that is no longer supported fades out. */
export function drawDigits(element: HTMLElement, { reading, digits }: Frame): void {
  const shown = reading === null ? NO_DIGITS : clockDigits(toLocalMs(reading.estimateMs), digits);
  for (const [place, digit] of shown.entries()) {
    const cell = element.children[place];
    cell?.toggleAttribute('data-faded', digit === '');
    if (cell !== undefined && digit !== '') write(cell, digit);
  }
}

/** The same for machines and screen readers: the attribute has all digits, the words minutes. */
export function drawTime(element: HTMLTimeElement, { reading, digits }: Frame): void {
  if (reading === null) {
    element.removeAttribute('datetime');
    write(element, texts.timeUnknown);
    return;
  }
  element.dateTime = machineTime(reading.estimateMs, digits);
  const [h1, h2, m1, m2] = clockDigits(toLocalMs(reading.estimateMs), digits);
  write(element, texts.localTime(`${h1}${h2}:${m1}${m2}`));
}

/** Stretches the band over what the tolerance covers of the scale: all of it while nothing is known. */
export function drawBand(element: HTMLElement, { reading }: Frame): void {
  const fraction = reading === null ? 1 : toleranceFraction(reading.boundMs);
  element.style.setProperty('transform', `scaleX(${fraction.toFixed(3)})`);
}

/** Writes UTC to whole seconds, where the visitor's zone differs from it. */
export function drawUtc(element: HTMLElement, { reading, digits }: Frame): void {
  if (reading === null || toLocalMs(reading.estimateMs) === reading.estimateMs) {
    write(element, '');
    return;
  }
  const [h1, h2, m1, m2, s1, s2] = clockDigits(reading.estimateMs, Math.min(digits, WHOLE_SECONDS));
  write(element, texts.inUtc(`${h1}${h2}:${m1}${m2}:${s1}${s2}`));
}

/** Touches the document only where something changes. */
function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
