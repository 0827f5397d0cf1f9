import type { Drawn } from '../../lib/drawn.ts';
import { formatDuration } from '../../lib/format-measure.ts';
import { knowledge } from '../../lib/knowledge.ts';
import type { Language } from '../../lib/language.ts';
import type { Frame } from '../../lib/ticker.ts';
import { writeLines } from '../../lib/write.ts';
import { accuracyWords } from './accuracy-words.ts';
import { serverStatusText } from './server-status-text.ts';

/** Draws how right the shown time is: in words, then in figures with their reasons. */
export function drawAccuracy(element: HTMLElement, { frame, state, language }: Drawn): void {
  const { lead, key } = accuracyWords(frame.reading, language);
  const known = knowledge(frame.reading?.scale ?? null, state);
  element.dataset.knowledge = known;
  writeLines(element, [
    { className: 'words', text: lead, key },
    { className: 'server-status', text: serverStatusText(state, language) },
    ...(known === 'unknown' ? [{ className: 'advice', text: language.texts.accuracy.advice }] : []),
    { className: 'bound', text: boundText(frame, language) },
  ]);
}

function boundText({ reading }: Frame, { texts, locale }: Language): string {
  if (reading === null) return '± ?';
  const { boundMs, scale } = reading;
  const figures = `${texts.bound(formatDuration(boundMs, locale))} ${texts.boundTo[scale]}`;
  return scale === 'host' ? `${figures} · ${texts.utcUnknown}` : figures;
}
