import { blurOf } from '../../lib/blur.ts';
import {
  clockDigits,
  clockText,
  MINUTES,
  machineTime,
  NO_DIGITS,
  WHOLE_SECONDS,
} from '../../lib/clock-digits.ts';
import type { Drawn } from '../../lib/drawn.ts';
import { knowledge } from '../../lib/knowledge.ts';
import { toLocalMs } from '../../lib/local-time.ts';
import type { Texts } from '../../lib/texts/texts.ts';
import { type Frame, minuteOf } from '../../lib/ticker.ts';
import { part, write } from '../../lib/write.ts';
import { whereAndWhen } from './where-and-when.ts';

/** Draws place, date and time into the element with the class `reading`. */
export function drawReading(element: HTMLElement, drawn: Drawn): void {
  const { frame, state, language } = drawn;
  element.dataset.knowledge = knowledge(frame.reading?.scale ?? null, state);
  drawWhen(part(element, '.when'), drawn);
  drawTime(part<HTMLTimeElement>(element, 'time'), frame, language.texts);
  drawDigits(part(element, '.digits'), frame);
  drawUtc(part(element, '.utc'), frame, language.texts);
}

/**
 * Writes place and date once a minute, because browsers are slow to write the name of a day. Before the
 * time is known, the date by the device's clock takes up the space, invisibly, so that nothing jumps later.
 */
function drawWhen(element: HTMLElement, { frame, language }: Drawn): void {
  const minuteMs = minuteOf(frame);
  const drawn = `${minuteMs} ${language.locale}`;
  if (element.dataset.drawn === drawn) return;
  element.dataset.drawn = drawn;
  element.toggleAttribute('data-unknown', minuteMs === null);
  const { place, date, calendar, offset } = whereAndWhen(minuteMs ?? Date.now(), language);
  write(part(element, '.place'), place);
  write(part(element, '.date'), date);
  write(part(element, '.calendar'), calendar);
  write(part(element, '.offset'), offset === place ? '' : offset);
}

/**
 * Writes the digits down to seconds, by default in the visitor's zone. The first uncertain digit is blurred,
 * and those after it fade out.
 */
export function drawDigits(element: HTMLElement, frame: Frame, toLocal = toLocalMs): void {
  const { reading, digits } = frame;
  const blur = blurOf(frame);
  const last = blur === null ? digits : digits + 1;
  const shown = reading === null ? NO_DIGITS : clockDigits(toLocal(reading.estimateMs), last);
  element.style.setProperty('--blur', `${(blur?.radius ?? 0).toFixed(3)}em`);
  for (const [place, digit] of shown.entries()) {
    const cell = element.children[place];
    cell?.toggleAttribute('data-faded', digit === '' || (reading !== null && place >= last));
    cell?.toggleAttribute('data-blurred', place === blur?.place);
    if (cell !== undefined && place < WHOLE_SECONDS) write(cell, digit);
  }
}

/** Writes the time for machines (to the last digit) and for screen readers (to the minute). */
function drawTime(element: HTMLTimeElement, { reading, digits }: Frame, texts: Texts): void {
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
function drawUtc(element: HTMLElement, { reading, digits }: Frame, texts: Texts): void {
  const epochMs = reading?.estimateMs ?? Date.now();
  const shown = reading === null ? NO_DIGITS : clockDigits(epochMs, digits);
  write(element, toLocalMs(epochMs) === epochMs ? '' : texts.inUtc(clockText(shown)));
}
