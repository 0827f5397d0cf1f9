import { useEffect } from 'react';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import type { ZoneFinderState } from './use-zone-finder.ts';

interface FoundZonesProps {
  /** The prefix of the options' ids. */
  readonly id: string;
  readonly finder: ZoneFinderState;
}

/** The list of the zones that were found. The focus stays in the field. */
export function FoundZones({ id, finder }: FoundZonesProps) {
  const { texts } = useBelowLanguage();
  const { found, total, active, isOpen, pick } = finder;
  // The list may open below the window. The option that Enter would pick must be visible.
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, id, active]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press must not take the field's focus, which closes the list.
    <div className="found" hidden={!isOpen} onMouseDown={(event) => event.preventDefault()}>
      {/* Chromium makes a scrollable element a tab stop unless tabIndex says otherwise. */}
      <div id={`${id}-list`} role="listbox" aria-label={texts.zones.found} tabIndex={-1}>
        {found.map((zone, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys.
          <div
            key={`${zone.id} ${zone.name}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={() => pick(zone)}
          >
            {zone.name}
            <small>
              {[zone.country, zone.id]
                .filter((part) => part !== '' && part !== zone.name)
                .join(' · ')}
            </small>
          </div>
        ))}
      </div>
      {total > found.length && <p>{texts.zones.more(total - found.length)}</p>}
    </div>
  );
}
