import { blurOf } from '../../lib/blur.ts';
import {
  clockDigits,
  clockText,
  MINUTES,
  machineTime,
  NO_DIGITS,
  WHOLE_SECONDS,
} from '../../lib/clock-digits.ts';
import { toLocalMs } from '../../lib/local-time.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import type { Frame } from '../../lib/ticker.ts';

/**
 * Writes the digits down to seconds, in the visitor's zone. The first uncertain digit is blurred, and those
 * after it fade out.
 */
export function drawDigits(element: HTMLElement, frame: Frame): void {
  const { reading, digits } = frame;
  const blur = blurOf(frame);
  const last = blur === null ? digits : digits + 1;
  const shown = reading === null ? NO_DIGITS : clockDigits(toLocalMs(reading.estimateMs), last);
  element.style.setProperty('--blur', `${(blur?.radius ?? 0).toFixed(3)}em`);
  for (const [place, digit] of shown.entries()) {
    const cell = element.children[place];
    cell?.toggleAttribute('data-faded', digit === '' || (reading !== null && place >= last));
    cell?.toggleAttribute('data-blurred', place === blur?.place);
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
