import { useState, useSyncExternalStore } from 'react';
import type { Ticker } from '../../lib/ticker.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { PinnedZones } from './pinned-zones.ts';
import { ZoneFinder } from './zone-finder.tsx';
import { ZoneRow } from './zone-row.tsx';
import './zones.css';

interface ZonesProps {
  readonly pinned: PinnedZones;
  readonly ticker: Ticker;
}

/** The same moment on other clocks: the zones that the visitor pinned. */
export function Zones({ pinned, ticker }: ZonesProps) {
  const { texts } = useLanguage();
  const zones = useSyncExternalStore(pinned.subscribe, pinned.getZones);
  const [isArranged, setArranged] = useState(false);
  return (
    <section className="zones" aria-labelledby="zones">
      <h2 id="zones">{texts.zones.heading}</h2>
      {zones.length > 0 && (
        <ul>
          {zones.map((zone) => (
            <ZoneRow
              key={zone.id}
              zone={zone}
              pinned={pinned}
              ticker={ticker}
              isArranged={isArranged}
            />
          ))}
        </ul>
      )}
      <ZoneFinder onPick={pinned.pin} />
      {zones.length > 0 && (
        <button type="button" aria-pressed={isArranged} onClick={() => setArranged(!isArranged)}>
          {texts.zones.arrange}
        </button>
      )}
    </section>
  );
}
