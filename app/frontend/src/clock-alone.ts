import { connectionText } from './features/connection/connection-text.ts';
import { drawDigits } from './features/reading/draw-reading.ts';
import { accuracyWords } from './features/server-status/accuracy-words.ts';
import type { AloneLanguage } from './lib/alone-language.ts';
import { clockDigits, clockText, MINUTES, machineTime } from './lib/clock-digits.ts';
import { dayText } from './lib/date-time-format.ts';
import { knowledge } from './lib/knowledge.ts';
import { markDocument } from './lib/language.ts';
import type { PageClock } from './lib/page-clock.ts';
import type { Frame } from './lib/ticker.ts';
import { part, write, writeLines } from './lib/write.ts';
import { followZone, type ShownZone } from './shown-zone.ts';
import './clock-alone.css';

/** A frame of a clock alone, in a zone whose rules are known. */
export interface LocalFrame {
  readonly frame: Frame;
  readonly epochMs: number;
  readonly toLocalMs: (epochMs: number) => number;
}

/**
 * Draws the clock of one zone into the document, without React: place, date, whole seconds, one verdict. `also`
 * draws more, after each frame; it gets null while the time is unknown.
 */
export function showClockAlone(
  { clock, ticker }: PageClock,
  language: AloneLanguage,
  also: (local: LocalFrame | null) => void = () => {},
): void {
  const root = part(document, '.alone');
  const query = new URLSearchParams(location.search);
  markDocument(language.code);
  let zone: ShownZone | null = null;

  const draw = () => {
    if (zone === null) return;
    const frame = ticker.getFrame();
    const local = localFrame(frame, zone);
    const shown = local === null ? { ...frame, reading: null, digits: 0 } : frame;
    const state = clock.getState();
    root.dataset.knowledge = knowledge(shown.reading?.scale ?? null, state);
    write(part(root, '.place'), zone.state === 'unknown' ? '' : zone.name);
    drawDate(part(root, '.date'), local, language);
    drawTime(part<HTMLTimeElement>(root, 'time'), local, zone, language);
    drawDigits(part(root, '.digits'), shown, language.locale, local?.toLocalMs);
    writeLines(part(root, '.verdict'), verdict(zone));
    also(local);
  };
  const verdict = ({ id, state }: ShownZone) => {
    const { alone, texts } = language;
    const advice = (text: string) => ({ className: 'advice', text });
    if (state === 'unknown') {
      const text = alone.unknownZone(id);
      return [{ className: 'words', text }, advice(alone.zoneExample)];
    }
    const { reading, measuredMs } = ticker.getFrame();
    const { lead, key } = accuracyWords(reading, language);
    const words = { className: 'words', text: lead, key };
    if (state === 'missing') return [words, advice(alone.noZone)];
    const now = clock.getState();
    if (now.connection === 'offline') {
      const timeAt = (ms: number) => (clock.toUtc(ms) ?? clock.toServer(ms))?.estimateMs ?? null;
      return [words, advice(connectionText(now, measuredMs, timeAt, language))];
    }
    return reading?.scale === 'host' ? [words, advice(texts.accuracy.advice)] : [words];
  };
  ticker.subscribe(draw);
  followZone(query.get('zone'), (followed) => {
    zone = followed;
    document.title = `${zone.name} · ${language.texts.title}`;
    draw();
  });
}

function localFrame(frame: Frame, zone: ShownZone): LocalFrame | null {
  const epochMs = frame.reading?.estimateMs;
  if (epochMs === undefined || zone.toLocalMs(epochMs) === null) return null;
  return { frame, epochMs, toLocalMs: (ms) => zone.toLocalMs(ms) ?? Number.NaN };
}

const DAY_MS = 86_400_000;

/** Browsers are slow to write the name of a day, so it is written once a day. */
function drawDate(element: HTMLElement, local: LocalFrame | null, { locale }: AloneLanguage): void {
  const isKnown = local !== null && local.frame.digits > 0;
  element.toggleAttribute('data-unknown', !isKnown);
  if (!isKnown) return;
  const day = String(Math.floor(local.toLocalMs(local.epochMs) / DAY_MS));
  if (element.dataset.drawn === day) return;
  element.dataset.drawn = day;
  write(element, dayText(Number(day) * DAY_MS, locale, 'full'));
}

/** The time for machines, in UTC, and for screen readers, to the minute. */
function drawTime(
  element: HTMLTimeElement,
  local: LocalFrame | null,
  { name }: ShownZone,
  { alone, texts }: AloneLanguage,
): void {
  if (local === null || local.frame.digits === 0) {
    element.removeAttribute('datetime');
    write(element, texts.timeUnknown);
    return;
  }
  const { frame, epochMs, toLocalMs } = local;
  element.dateTime = machineTime(epochMs, frame.digits);
  const shown = clockText(clockDigits(toLocalMs(epochMs), frame.digits), MINUTES);
  write(element, alone.timeIn(shown, name));
}
