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
import { toleranceFraction } from '../../lib/tolerance-scale.ts';

/** Writes the digits down to seconds, in the visitor's zone. One that is not supported fades out. */
export function drawDigits(element: HTMLElement, { reading, digits }: Frame): void {
  const shown = reading === null ? NO_DIGITS : clockDigits(toLocalMs(reading.estimateMs), digits);
  for (const [place, digit] of shown.entries()) {
    const cell = element.children[place];
    cell?.toggleAttribute('data-faded', digit === '');
    if (cell !== undefined && place < WHOLE_SECONDS) write(cell, digit);
  }
}

/** The same for machines and screen readers: the attribute has all digits, the words minutes. */
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

/** How long the band takes to snap back, in ms, and by how much of the scale it must do so at least. */
const SNAP_MS = 150;
const LEAST_SNAP = 0.01;

/**
 * Stretches the band over what the tolerance covers of the scale: all of it while nothing is known.
 * It grows without notice, and moves only when it snaps back: something was learned then.
 */
export function drawBand(element: HTMLElement, { reading }: Frame): void {
  const fraction = reading === null ? 1 : toleranceFraction(reading.boundMs);
  const before = Number(/[\d.]+/.exec(element.style.transform)?.[0] ?? fraction);
  const transform = `scaleX(${fraction.toFixed(3)})`;
  if (before - fraction > LEAST_SNAP && !prefersStillness()) {
    const from = { transform: element.style.transform };
    element.animate([from, { transform }], { duration: SNAP_MS, easing: 'ease-out' });
  }
  element.style.transform = transform;
}

/** Writes UTC to whole seconds, where the visitor's zone differs from it. */
export function drawUtc(element: HTMLElement, { reading, digits }: Frame, texts: Texts): void {
  const epochMs = reading?.estimateMs ?? Date.now();
  const shown = reading === null ? NO_DIGITS : clockDigits(epochMs, digits);
  write(element, toLocalMs(epochMs) === epochMs ? '' : texts.inUtc(clockText(shown)));
}

/** Touches the document only where something changes. */
function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
