import { type MouseEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { MOST_ZONES, type PinnedZone, type PinnedZones } from './pinned-zones.ts';
import { ZoneFinder } from './zone-finder.tsx';
import { ZoneRow } from './zone-row.tsx';
import type { FoundZone } from './zone-search.ts';
import './zones.css';

interface ZonesProps {
  readonly pinned: PinnedZones;
}

/** The time in the zones that the visitor pinned. */
export function Zones({ pinned }: ZonesProps) {
  const { texts } = useBelowLanguage();
  const zones = useSyncExternalStore(pinned.subscribe, pinned.getZones);
  const [isArranged, setArranged] = useState(false);
  // The last change, for screen readers.
  const [news, setNews] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const arrangeButton = useRef<HTMLButtonElement>(null);

  const add = ({ id, name }: FoundZone) => {
    const isNew = pinned.add(id, name);
    // The field itself tells that a place is pinned already.
    setNews(isNew ? texts.zones.added(name) : '');
    // With the last free place, the field disappears.
    if (pinned.getZones().length >= MOST_ZONES) arrangeButton.current?.focus();
    return isNew;
  };
  const arrangementOf = ({ pin, name }: PinnedZone, index: number) => ({
    isFirst: index === 0,
    isLast: index === zones.length - 1,
    move(by: number) {
      if (zones[index + by] === undefined) return;
      pinned.move(pin, by);
      setNews(texts.zones.moved(name, index + by + 1));
    },
    remove({ currentTarget }: MouseEvent<HTMLButtonElement>) {
      focusNeighbour(currentTarget, field.current);
      pinned.remove(pin);
      setNews(texts.zones.removed(name));
      if (zones.length === 1) setArranged(false);
    },
  });

  return (
    <section className="zones" aria-labelledby="zones">
      <h2 id="zones">{texts.zones.heading}</h2>
      {zones.length < MOST_ZONES ? (
        <ZoneFinder ref={field} onPick={add} />
      ) : (
        <p>{texts.zones.full}</p>
      )}
      {zones.length > 0 && (
        <ul>
          {zones.map((zone, index) => (
            <ZoneRow
              key={zone.pin}
              zone={zone}
              arrange={isArranged ? arrangementOf(zone, index) : null}
            />
          ))}
        </ul>
      )}
      <p className="for-screen-readers" aria-live="polite">
        {news}
      </p>
      {zones.length > 0 && (
        <button
          ref={arrangeButton}
          type="button"
          aria-pressed={isArranged}
          onClick={() => setArranged(!isArranged)}
        >
          {texts.zones.arrange}
        </button>
      )}
      <p className="source">
        {texts.zones.citiesBy} <a href="https://www.geonames.org/">GeoNames</a> (CC BY 4.0).
      </p>
    </section>
  );
}

/** Moves the focus from a button about to disappear to that of the next row, or of the one before. */
function focusNeighbour(button: HTMLButtonElement, otherwise: HTMLElement | null): void {
  const row = button.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const buttons = neighbour?.querySelectorAll('button') ?? [];
  (Array.from(buttons).at(-1) ?? otherwise)?.focus();
}
