import { type Ref, useId } from 'react';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { FoundZones } from './found-zones.tsx';
import { useZoneFinder, type ZoneFinderState } from './use-zone-finder.ts';
import type { FoundZone } from './zone-search.ts';

interface ZoneFinderProps {
  /** The field. */
  readonly ref: Ref<HTMLInputElement>;
  /** Returns false when the zone is pinned already. */
  readonly onPick: (zone: FoundZone) => boolean;
}

/** A field that finds zones by city, country or id: a combobox that works by keyboard alone. */
export function ZoneFinder({ ref, onPick }: ZoneFinderProps) {
  const { texts } = useBelowLanguage();
  const id = useId();
  const finder = useZoneFinder(onPick);
  const { words, active, isOpen, onKeyDown, onFocus, onBlur, onWrite } = finder;
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
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={texts.zones.examples}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        value={words}
        onFocus={onFocus}
        onBlur={onBlur}
        onChange={({ target }) => onWrite(target.value)}
        onKeyDown={onKeyDown}
      />
      <FoundZones id={id} finder={finder} />
      <FinderNews {...finder} />
    </div>
  );
}

/** The result of a search, in words. Screen readers announce it. */
function FinderNews({
  wanted,
  total,
  present,
  isOpen,
  isQuestion,
  isLoaded,
  hasFailed,
}: ZoneFinderState) {
  const { zones } = useBelowLanguage().texts;
  return (
    <p aria-live="polite">
      {wanted !== '' && !isLoaded && (hasFailed ? zones.cannotFind : zones.loading)}
      {isOpen && isQuestion && zones.severalMeanings(wanted)}
      {isOpen && <span className="for-screen-readers">{zones.count(total)}</span>}
      {present !== null && zones.isThere(present)}
      {wanted !== '' && isLoaded && total === 0 && zones.foundNothing(wanted)}
    </p>
  );
}
