import type { ComponentType } from 'react';
import { Actions } from './features/actions/actions.tsx';
import { Countdown } from './features/countdown/countdown.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import { ExchangePicture } from './features/picture/exchange-picture.tsx';
import { pacePicture } from './features/picture/paced-picture.ts';
import { keepPinnedZones } from './features/zones/pinned-zones.ts';
import { loadPlaces } from './features/zones/places.ts';
import { loadZoneFacts } from './features/zones/zone-facts.ts';
import { Zones } from './features/zones/zones.tsx';
import { loadHomeZone } from './lib/home-zone.ts';
import { localMemory } from './lib/memory.ts';
import type { PageAddress } from './lib/page-address.ts';
import type { PageClock } from './lib/page-clock.ts';
import { useStages } from './lib/use-stages.ts';
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
    ownZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return function Below() {
    const stage = useStages(3);
    return (
      <>
        <Actions />
        <Zones pinned={pinned} />
        {stage > 1 && <Countdown address={address} />}
        {stage > 2 && (
          <>
            <ExchangePicture paced={paced} />
            <Evidence />
            <Footer />
          </>
        )}
      </>
    );
  };
}
