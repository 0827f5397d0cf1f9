import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { type FoundZone, searchZones } from './zone-search.ts';

interface ZoneFinderProps {
  readonly onPick: (id: string) => void;
}

/** What was found for the words in the field: null before an answer, and when nobody answered. */
interface Findings {
  readonly zones: readonly FoundZone[] | null;
  readonly failed: boolean;
}

const NOTHING: Findings = { zones: null, failed: false };

/** A field that finds zones by city, country or id: a combobox, all of it by keyboard. */
export function ZoneFinder({ onPick }: ZoneFinderProps) {
  const language = useLanguage();
  const { texts } = language;
  const id = useId();
  const running = useRef<AbortController>(null);
  const [words, setWords] = useState('');
  const [{ zones, failed }, setFindings] = useState(NOTHING);
  const [active, setActive] = useState(0);
  const isOpen = zones !== null && zones.length > 0;

  const find = async (text: string) => {
    setWords(text);
    const { signal } = restart(running);
    if (text.trim() === '') return setFindings(NOTHING);
    const zones = await searchZones(text.trim(), language, signal).catch(() => null);
    if (signal.aborted) return;
    setActive(0);
    setFindings({ zones, failed: zones === null });
  };
  const close = () => {
    running.current?.abort();
    setWords('');
    setFindings(NOTHING);
  };
  const pick = (zone: FoundZone | undefined) => {
    if (zone === undefined) return;
    onPick(zone.id);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') pick(zones?.[active]);
    else if (step !== undefined && isOpen) setActive((active + step + zones.length) % zones.length);
    else return;
    event.preventDefault();
  };

  return (
    <div className="zone-finder">
      <label htmlFor={id}>{texts.zones.find}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        value={words}
        onChange={(event) => void find(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div id={`${id}-list`} role="listbox" aria-label={texts.zones.found} hidden={!isOpen}>
        {zones?.map((zone, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
          <div
            key={zone.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the field loses its focus, which closes the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(zone)}
          >
            {zone.name}
            <small>{[zone.country, zone.id].filter((part) => part !== '').join(' · ')}</small>
          </div>
        ))}
      </div>
      <p aria-live="polite">
        {failed && texts.zones.cannotFind}
        {zones?.length === 0 && texts.zones.foundNothing(words.trim())}
      </p>
    </div>
  );
}

/** A search that replaces the one before. */
function restart(running: RefObject<AbortController | null>): AbortController {
  const controller = new AbortController();
  running.current?.abort();
  running.current = controller;
  return controller;
}
