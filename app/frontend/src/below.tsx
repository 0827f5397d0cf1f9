import type { ComponentType } from 'react';
import { Actions } from './features/actions/actions.tsx';
import { Countdown } from './features/countdown/countdown.tsx';
import { IsYourClockRight } from './features/device-line/device-line.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import { ExchangePicture } from './features/picture/exchange-picture.tsx';
import { pacePicture } from './features/picture/paced-picture.ts';
import { Programs } from './features/programs/programs.tsx';
import { keepPinnedZones } from './features/zones/pinned-zones.ts';
import { loadPlaces } from './features/zones/places.ts';
import { loadZoneFacts } from './features/zones/zone-facts.ts';
import { Zones } from './features/zones/zones.tsx';
import { loadHomeZone } from './lib/home-zone.ts';
import { visitorZone } from './lib/local-time.ts';
import { localMemory } from './lib/memory.ts';
import type { PageAddress } from './lib/page-address.ts';
import type { PageClock } from './lib/page-clock.ts';
import { useBelowLanguage } from './lib/use-below-language.ts';
import { useStages } from './lib/use-stages.ts';
import { Disclosure } from './ui/disclosure.tsx';
import { Footer } from './ui/footer.tsx';

/**
 * The parts below the reading. They load after it, and render one after the other: all at once would
 * hold up the reading.
 */
export function createBelow({ clock, ticker }: PageClock, address: PageAddress): ComponentType {
  const paced = pacePicture(clock, ticker);
  // Without an answer the browser's own rules stay.
  loadHomeZone().catch(() => {});
  const pinned = keepPinnedZones({
    address,
    memory: localMemory,
    ticker,
    load: loadZoneFacts,
    loadPlaces,
    ownZone: visitorZone(),
  });
  // The page opens on a countdown that was shared.
  const isShared = address.get('until') !== null;
  return function Below() {
    const { texts } = useBelowLanguage();
    const stage = useStages(3);
    return (
      <>
        {isShared && <Countdown address={address} />}
        <Actions />
        <div className="columns">
          <Zones pinned={pinned} />
          {stage > 1 && <IsYourClockRight />}
          {stage > 1 && <Programs />}
          {stage > 1 && !isShared && <Countdown address={address} />}
        </div>
        {stage > 2 && (
          <>
            <Disclosure className="known-how" summary={texts.evidence.summary}>
              <ExchangePicture paced={paced} />
              <Evidence />
            </Disclosure>
            <Footer />
          </>
        )}
      </>
    );
  };
}
