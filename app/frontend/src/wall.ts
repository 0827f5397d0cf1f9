import { type LocalFrame, showClockAlone } from './clock-alone.ts';
import { canFillScreen, fillScreen } from './features/actions/full-screen.ts';
import { parseInstant } from './features/countdown/remaining.ts';
import {
  countExam,
  type ExamTime,
  examAt,
  parseTimeOfDay,
  writeLeft,
} from './features/exam/exam.ts';
import { type AloneLanguage, loadAloneLanguage } from './lib/alone-language.ts';
import { clockDigits, clockText, MINUTES } from './lib/clock-digits.ts';
import type { LanguageCode } from './lib/language.ts';
import type { PageClock } from './lib/page-clock.ts';
import { part, write, writeLines } from './lib/write.ts';

const query = new URLSearchParams(location.search);

/** Draws the clock of a wall, and of an exam with `start` and `finish`. */
export async function showWall(pageClock: PageClock, chosen: LanguageCode | null): Promise<void> {
  const language = await loadAloneLanguage(chosen);
  const { alone } = language;
  const button = part<HTMLButtonElement>(document, 'button');
  write(button, alone.fullScreen);
  button.hidden = !canFillScreen();
  button.addEventListener('click', () => void fillScreen());
  const start = parseExamTime('start');
  const finish = parseExamTime('finish');
  const noTime = (name: 'start' | 'finish') => {
    const text = alone.noTime(name, query.get(name) ?? '');
    return { className: 'left', text };
  };
  showClockAlone(pageClock, language, (local) => {
    const exam = part(document, '.exam');
    if (start === 'wrong') return writeLines(exam, [noTime('start')]);
    if (finish === 'wrong') return writeLines(exam, [noTime('finish')]);
    if ((start ?? finish) !== null) drawExam(exam, { start, finish, local, language });
  });
}

/** An empty parameter is none. */
function parseExamTime(name: 'start' | 'finish'): ExamTime | null | 'wrong' {
  const text = query.get(name)?.trim();
  if (!text) return null;
  const epochMs = parseInstant(text);
  return parseTimeOfDay(text) ?? (epochMs === null ? 'wrong' : { epochMs });
}

interface DrawnExam {
  readonly start: ExamTime | null;
  readonly finish: ExamTime | null;
  readonly local: LocalFrame | null;
  readonly language: AloneLanguage;
}

function drawExam(element: HTMLElement, { start, finish, local, language }: DrawnExam): void {
  const { alone } = language;
  if (local === null) {
    element.replaceChildren();
    return;
  }
  const { frame, epochMs, toLocalMs } = local;
  const exam = examAt(start, finish, epochMs, toLocalMs);
  const { state, leftMs } = countExam(exam, epochMs);
  const at = (text: string, ms: number | null) =>
    ms === null
      ? []
      : [{ className: 'at', text, key: clockText(clockDigits(toLocalMs(ms), 9), MINUTES) }];
  const left = leftMs === null ? '' : writeLeft(leftMs, frame.digits);
  const words = {
    before: alone.before(left),
    running: left && alone.running(left),
    finished: alone.finished,
  };
  writeLines(element, [
    ...at(alone.start, exam.startMs),
    ...at(alone.finish, exam.finishMs),
    { className: 'left', text: words[state] },
  ]);
}
