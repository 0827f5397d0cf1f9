import { type MouseEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { Ticker } from '../../lib/ticker.ts';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { MOST_ZONES, type PinnedZone, type PinnedZones } from './pinned-zones.ts';
import { ZoneFinder } from './zone-finder.tsx';
import { ZoneRow } from './zone-row.tsx';
import type { FoundZone } from './zone-search.ts';
import './zones.css';

interface ZonesProps {
  readonly pinned: PinnedZones;
  readonly ticker: Ticker;
}

/** The same moment on other clocks: the zones that the visitor pinned. */
export function Zones({ pinned, ticker }: ZonesProps) {
  const { texts } = useBelowLanguage();
  const zones = useSyncExternalStore(pinned.subscribe, pinned.getZones);
  const [isArranged, setArranged] = useState(false);
  // What was just done: who can't see the list learns it from here.
  const [news, setNews] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const arrangeButton = useRef<HTMLButtonElement>(null);

  const add = ({ id, name }: FoundZone) => {
    const isNew = pinned.add(id, name);
    // What is there already is said beside the field.
    setNews(isNew ? texts.zones.added(name) : '');
    // The field goes when the last place is taken.
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
      {zones.length > 0 && (
        <ul>
          {zones.map((zone, index) => (
            <ZoneRow
              key={zone.pin}
              zone={zone}
              ticker={ticker}
              arrange={isArranged ? arrangementOf(zone, index) : null}
            />
          ))}
        </ul>
      )}
      <p className="for-screen-readers" aria-live="polite">
        {news}
      </p>
      {zones.length < MOST_ZONES ? (
        <ZoneFinder ref={field} onPick={add} />
      ) : (
        <p>{texts.zones.full}</p>
      )}
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
    </section>
  );
}

/** The focus goes from a button that will be gone to the same one of the next row, or of the last. */
function focusNeighbour(button: HTMLButtonElement, otherwise: HTMLElement | null): void {
  const row = button.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const buttons = neighbour?.querySelectorAll('button') ?? [];
  (Array.from(buttons).at(-1) ?? otherwise)?.focus();
}
