import { blurOf } from '../../lib/blur.ts';
import {
  clockDigits,
  clockText,
  MINUTES,
  machineTime,
  NO_DIGITS,
  WHOLE_SECONDS,
} from '../../lib/clock-digits.ts';
import { timeText } from '../../lib/date-time-format.ts';
import type { Drawn } from '../../lib/drawn.ts';
import { halfOfDay, hasTwelveHours, toTwelveHours } from '../../lib/hours.ts';
import { knowledge } from '../../lib/knowledge.ts';
import type { Language } from '../../lib/language.ts';
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
  drawTime(part<HTMLTimeElement>(element, 'time'), frame, language);
  drawDigits(part(element, '.digits'), frame, language.locale);
  drawUtc(part(element, '.utc'), frame, language.texts);
}

/**
 * Writes place and date once a minute, because browsers are slow to write the name of a day. Before the
 * time is known, the date by the device's clock takes up the space, invisibly, so that nothing jumps later.
 */
function drawWhen(element: HTMLElement, { frame, language }: Drawn): void {
  const minuteMs = minuteOf(frame);
  // The server may tell the offset later, where the browser has another one.
  const offsetMs = minuteMs === null ? 0 : toLocalMs(minuteMs) - minuteMs;
  const drawn = `${minuteMs} ${offsetMs} ${language.locale}`;
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
 * and those after it fade out. With 12 hours, so does a first digit that is zero, and the half of the day is
 * told.
 */
export function drawDigits(
  element: HTMLElement,
  frame: Frame,
  locale: string,
  toLocal = toLocalMs,
): void {
  const { reading, digits } = frame;
  const blur = blurOf(frame);
  const last = blur === null ? digits : digits + 1;
  const hasTwelve = hasTwelveHours(locale);
  const localMs = reading === null ? null : toLocal(reading.estimateMs);
  const dialMs = localMs !== null && hasTwelve ? toTwelveHours(localMs) : localMs;
  const shown = dialMs === null ? NO_DIGITS : clockDigits(dialMs, last);
  const half = localMs === null || !hasTwelve || digits < 2 ? '' : halfOfDay(localMs, locale);
  if (half === '') delete element.dataset.half;
  else if (element.dataset.half !== half) element.dataset.half = half;
  element.style.setProperty('--blur', `${(blur?.radius ?? 0).toFixed(3)}em`);
  for (const [place, digit] of shown.entries()) {
    const cell = element.children[place];
    const isSpare = hasTwelve && place === 0 && digit === '0';
    const isUnknown = digit === '' || (reading !== null && place >= last);
    cell?.toggleAttribute('data-faded', isSpare || isUnknown);
    cell?.toggleAttribute('data-blurred', place === blur?.place);
    if (cell !== undefined && place < WHOLE_SECONDS) write(cell, digit);
  }
}

/** Writes the time for machines (to the last digit) and for screen readers (to the minute). */
function drawTime(
  element: HTMLTimeElement,
  { reading, digits }: Frame,
  { texts, locale }: Language,
): void {
  if (reading === null || digits === 0) {
    element.removeAttribute('datetime');
    write(element, texts.timeUnknown);
    return;
  }
  element.dateTime = machineTime(reading.estimateMs, digits);
  const localMs = toLocalMs(reading.estimateMs);
  const shown =
    digits >= MINUTES
      ? timeText(localMs, locale)
      : clockText(clockDigits(localMs, digits), MINUTES);
  write(element, texts.localTime(shown));
}

/** Writes UTC to whole seconds, if the visitor's zone differs from UTC. */
function drawUtc(element: HTMLElement, { reading, digits }: Frame, texts: Texts): void {
  const epochMs = reading?.estimateMs ?? Date.now();
  const shown = reading === null ? NO_DIGITS : clockDigits(epochMs, digits);
  write(element, toLocalMs(epochMs) === epochMs ? '' : texts.inUtc(clockText(shown)));
}
