import { type KeyboardEvent, type Ref, type RefObject, useId, useRef, useState } from 'react';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { type FoundZone, searchZones } from './zone-search.ts';

interface ZoneFinderProps {
  /** The field. */
  readonly ref: Ref<HTMLInputElement>;
  readonly onPick: (id: string) => void;
}

/** What was found, and for which words: the field may be ahead of the server. */
interface Findings {
  readonly words: string;
  /** Null when nobody answered. */
  readonly zones: readonly FoundZone[] | null;
}

/** A field that finds zones by city, country or id: a combobox, all of it by keyboard. */
export function ZoneFinder({ ref, onPick }: ZoneFinderProps) {
  const language = useBelowLanguage();
  const { texts } = language;
  const id = useId();
  const running = useRef<AbortController>(null);
  /** Enter was pressed before the answer came. */
  const isFirstWanted = useRef(false);
  const [words, setWords] = useState('');
  const [findings, setFindings] = useState<Findings | null>(null);
  const [active, setActive] = useState(0);
  const isCurrent = findings?.words === words.trim();
  const zones = findings?.zones ?? [];
  const isOpen = zones.length > 0;

  const find = async (text: string) => {
    setWords(text);
    isFirstWanted.current = false;
    const { signal } = restart(running);
    const wanted = text.trim();
    if (wanted === '') return setFindings(null);
    const found = await searchZones(wanted, language, signal).catch(() => null);
    if (signal.aborted) return;
    setActive(0);
    setFindings({ words: wanted, zones: found });
    if (isFirstWanted.current) pick(found?.[0]);
  };
  const close = () => {
    running.current?.abort();
    setWords('');
    setFindings(null);
  };
  const pick = (zone: FoundZone | undefined) => {
    if (zone === undefined) return;
    onPick(zone.id);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method takes its own keys.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && isCurrent) pick(zones[active]);
    else if (event.key === 'Enter') isFirstWanted.current = true;
    else if (step !== undefined && isOpen) setActive((active + step + zones.length) % zones.length);
    else return;
    event.preventDefault();
  };

  return (
    <div className="zone-finder">
      <label htmlFor={id}>{texts.zones.find}</label>
      <input
        ref={ref}
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
        {zones.map((zone, index) => (
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
        {isCurrent && findings?.zones === null && texts.zones.cannotFind}
        {isCurrent && findings?.zones?.length === 0 && texts.zones.foundNothing(findings.words)}
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
