import { type KeyboardEvent, type Ref, useEffect, useId, useState } from 'react';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { useZoneList } from './use-zone-list.ts';
import { type FoundZone, findZones } from './zone-search.ts';

interface ZoneFinderProps {
  /** The field. */
  readonly ref: Ref<HTMLInputElement>;
  /** Returns false when the zone is there already. */
  readonly onPick: (zone: FoundZone) => boolean;
}

/** More of them are no list to read: another letter is quicker. */
const SHOWN = 24;

/** A field that finds zones by city, country or id: a combobox, all of it by keyboard. */
export function ZoneFinder({ ref, onPick }: ZoneFinderProps) {
  const language = useBelowLanguage();
  const { texts } = language;
  const id = useId();
  const { list, hasFailed, load } = useZoneList(language);
  const [words, setWords] = useState('');
  const [hasFocus, setFocus] = useState(false);
  const [active, setActive] = useState(0);
  /** The name of a zone that was picked, but is there already. */
  const [present, setPresent] = useState<string | null>(null);
  const wanted = words.trim();
  const all = list === null ? [] : findZones(list, wanted, language);
  const found = all.slice(0, SHOWN);
  const isOpen = hasFocus && found.length > 0;

  // The list may open below the window: what Enter would pick is to be seen.
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, id, active]);

  const write = (text: string) => {
    setWords(text);
    setActive(0);
    setPresent(null);
  };
  const pick = (zone: FoundZone | undefined) => {
    if (zone === undefined) return;
    write('');
    if (!onPick(zone)) setPresent(zone.name);
  };
  /** For who is quicker than the server. */
  const pickFirst = async (field: HTMLInputElement) => {
    const loaded = await load();
    if (loaded !== null && field.value === words) pick(findZones(loaded, wanted, language)[0]);
  };
  const step = (by: number) => setActive((active + by + found.length) % found.length);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // An input method takes its own keys.
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
        onFocus={() => {
          setFocus(true);
          void load();
        }}
        onBlur={() => setFocus(false)}
        onChange={({ target }) => {
          write(target.value);
          if (!hasFailed) void load();
        }}
        onKeyDown={onKeyDown}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press must not take the field's focus, which closes the list. */}
      <div className="found" hidden={!isOpen} onMouseDown={(event) => event.preventDefault()}>
        {/* What scrolls is a stop of Tab in Chromium, unless it is said not to be. */}
        <div id={`${id}-list`} role="listbox" aria-label={texts.zones.found} tabIndex={-1}>
          {found.map((zone, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
            <div
              key={zone.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onClick={() => pick(zone)}
            >
              {zone.name}
              <small>{[zone.country, zone.id].filter((part) => part !== '').join(' · ')}</small>
            </div>
          ))}
        </div>
        {all.length > SHOWN && <p>{texts.zones.more(all.length - SHOWN)}</p>}
      </div>
      <p aria-live="polite">
        {wanted !== '' &&
          list === null &&
          (hasFailed ? texts.zones.cannotFind : texts.zones.loading)}
        {isOpen && <span className="for-screen-readers">{texts.zones.count(all.length)}</span>}
        {present !== null && texts.zones.isThere(present)}
        {wanted !== '' && list !== null && all.length === 0 && texts.zones.foundNothing(wanted)}
      </p>
    </div>
  );
}
