import { type KeyboardEvent, useMemo, useState } from 'react';
import type { BelowLanguage } from '../../lib/below-language.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useZoneList } from './use-zone-list.ts';
import type { ZoneList } from './zone-list.ts';
import { type FoundZone, findZones } from './zone-search.ts';

/** A longer list is not readable: typing another letter is quicker. */
const MOST_SHOWN = 24;

/** No option is active. */
const NONE = -1;

/** The state of the field that finds zones, and its handlers. `onPick` returns false for a pinned zone. */
export function useZoneFinder(onPick: (zone: FoundZone) => boolean) {
  const language = useBelowLanguage();
  const { list, hasFailed, load } = useZoneList(language);
  const [words, setWords] = useState('');
  const [hasFocus, setFocus] = useState(false);
  /** The option that the visitor moved to; null before. */
  const [moved, setMoved] = useState<number | null>(null);
  /** The name of a picked zone that is pinned already. */
  const [present, setPresent] = useState<string | null>(null);
  const wanted = words.trim();
  const { zones: all, isQuestion } = useFound(list, wanted, language);
  const found = all.slice(0, MOST_SHOWN);
  // Where the words have several meanings, the visitor chooses one.
  const active = moved ?? (isQuestion ? NONE : 0);
  const isOpen = hasFocus && found.length > 0;

  const write = (text: string) => {
    setWords(text);
    setMoved(null);
    setPresent(null);
  };
  const pick = (zone: FoundZone | undefined) => {
    if (zone === undefined) return;
    write('');
    if (!onPick(zone)) setPresent(zone.name);
  };
  /** For visitors who press Enter before the list has loaded. */
  const pickFirst = async (field: HTMLInputElement) => {
    const loaded = await load();
    if (loaded === null || field.value !== words) return;
    const { zones, isQuestion } = findZones(loaded, wanted, language);
    if (!isQuestion) pick(zones[0]);
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
    else if (key === 'Enter' && list === null) void pickFirst(event.currentTarget);
    else if (key === 'Enter') pick(found[active]);
    else if (key === 'ArrowDown' && isOpen) step(1);
    else if (key === 'ArrowUp' && isOpen) step(-1);
    else return;
    event.preventDefault();
  };
  return {
    words,
    wanted,
    found,
    total: all.length,
    active,
    present,
    isOpen,
    isQuestion,
    isLoaded: list !== null,
    hasFailed,
    pick,
    onKeyDown,
    onFocus() {
      setFocus(true);
      void load();
    },
    onBlur: () => setFocus(false),
    onWrite(text: string) {
      write(text);
      if (!hasFailed) void load();
    },
  };
}

/** Searches once for each text: five thousand places would be searched at each press of an arrow. */
function useFound(list: ZoneList | null, wanted: string, language: BelowLanguage) {
  const { code } = language;
  return useMemo(
    () => (list === null ? { zones: [], isQuestion: false } : findZones(list, wanted, language)),
    [list, wanted, code],
  );
}

export type ZoneFinderState = ReturnType<typeof useZoneFinder>;
