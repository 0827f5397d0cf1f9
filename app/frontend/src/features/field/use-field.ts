import { type KeyboardEvent, useEffect, useState } from 'react';
import type { KnownZones } from '../../lib/known-zones.ts';
import { usePageClock } from '../../lib/page-clock.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { type Answers, type FoundMoment, findAnswers } from './answers.ts';
import { loadReaders, warmReaders } from './load-readers.ts';
import { useZoneList } from './use-zone-list.ts';
import type { FoundZone } from './zone-search.ts';

/** One of the answers in the list. */
export type Answer =
  | ({ readonly kind: 'moment' } & FoundMoment)
  | ({ readonly kind: 'place' } & FoundZone);

type Result = 'pinned' | 'present' | 'full';

export interface FieldPorts {
  readonly known: KnownZones;
  /** Called with a place that was picked. Tells whether it was pinned, is present, or the list is full. */
  readonly onPlace: (place: FoundZone) => Result;
  /** Called with a moment that was picked. */
  readonly onMoment: (moment: FoundMoment) => void;
}

/** No option is active. */
const NONE = -1;

/** The state of the field, and its handlers. */
export function useField({ known, onPlace, onMoment }: FieldPorts) {
  const language = useBelowLanguage();
  const { ticker } = usePageClock();
  const { list, hasFailed, load } = useZoneList(language);
  const [words, setWords] = useState('');
  const [answers, setAnswers] = useState<Answers | null>(null);
  const [hasFocus, setFocus] = useState(false);
  /** The option that the visitor moved to; null before. */
  const [moved, setMoved] = useState<number | null>(null);
  /** What became of a picked place. */
  const [picked, setPicked] = useState<{ name: string; result: Result } | null>(null);
  const wanted = words.trim();

  const find = (text: string) =>
    findAnswers(text, {
      known,
      loadList: load,
      loadReaders: () => loadReaders(language),
      language,
      nowMs: ticker.getFrame().reading?.estimateMs ?? Date.now(),
    });
  useEffect(() => {
    let isLatest = true;
    find(wanted).then(
      (found) => isLatest && setAnswers(found),
      () => isLatest && setAnswers(null),
    );
    return () => {
      isLatest = false;
    };
  }, [wanted, list, language.code]);

  const found = answers === null ? [] : optionsOf(answers);
  const isQuestion = answers?.isQuestion ?? false;
  // Where the words have several meanings, the visitor chooses one.
  const active = moved ?? (isQuestion ? NONE : 0);
  const isOpen = hasFocus && found.length > 0 && wanted !== '';

  const write = (text: string) => {
    setWords(text);
    setMoved(null);
    setPicked(null);
  };
  const pick = (answer: Answer | undefined) => {
    if (answer === undefined) return;
    write('');
    if (answer.kind === 'moment') return onMoment(answer);
    setPicked({ name: answer.name, result: onPlace(answer) });
  };
  /** For visitors who press Enter before the answers are there. */
  const pickFirst = async (field: HTMLInputElement) => {
    const all = await find(wanted).catch(() => null);
    if (all === null || field.value !== words || all.isQuestion) return;
    pick(optionsOf(all)[0]);
  };
  const step = (by: number) => {
    const from = active === NONE && by < 0 ? 0 : active;
    setMoved((from + by + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While an input method composes a character, the keys are its own.
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'Escape') write('');
    else if (key === 'Enter' && (answers?.words !== wanted || hasFailed)) {
      void pickFirst(event.currentTarget);
    } else if (key === 'Enter') pick(found[active]);
    else if (key === 'ArrowDown' && isOpen) step(1);
    else if (key === 'ArrowUp' && isOpen) step(-1);
    else return;
    event.preventDefault();
  };
  return {
    words,
    wanted,
    found,
    total: answers?.total ?? 0,
    active,
    picked,
    isOpen,
    isQuestion,
    isAnswered: answers?.words === wanted && (list !== null || found.length > 0),
    lacksRules: answers?.lacksRules ?? false,
    hasFailed,
    pick,
    onKeyDown,
    onFocus() {
      setFocus(true);
      void load();
      // The first key says it when that fails.
      warmReaders(language).catch(() => {});
    },
    onBlur: () => setFocus(false),
    onWrite(text: string) {
      write(text);
      if (!hasFailed) void load();
    },
  };
}

function optionsOf({ moments, places, isTime }: Answers): readonly Answer[] {
  const times = moments.map((moment) => ({ kind: 'moment' as const, ...moment }));
  const found = places.map((place) => ({ kind: 'place' as const, ...place }));
  return isTime ? [...times, ...found] : [...found, ...times];
}

export type FieldState = ReturnType<typeof useField>;
