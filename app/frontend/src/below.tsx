import type { ComponentType } from 'react';
import { Actions } from './features/actions/actions.tsx';
import { Countdown } from './features/countdown/countdown.tsx';
import { IsYourClockRight } from './features/device-line/device-line.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import { LanguageNotice } from './features/language-notice/language-notice.tsx';
import { ExchangePicture } from './features/picture/exchange-picture.tsx';
import { pacePicture } from './features/picture/paced-picture.ts';
import { Programs } from './features/programs/programs.tsx';
import { keepPinnedZones } from './features/zones/pinned-zones.ts';
import { followHomeZone } from './lib/home-zone.ts';
import { learnZones } from './lib/known-zones.ts';
import { visitorZone } from './lib/local-time.ts';
import { localMemory } from './lib/memory.ts';
import { readPageAddress } from './lib/page-address.ts';
import type { PageClock } from './lib/page-clock.ts';
import { loadPlaces } from './lib/places.ts';
import type { PreferenceStore } from './lib/preferences.ts';
import { keepShownMoment } from './lib/shown-moment.ts';
import { useBelowLanguage } from './lib/use-below-language.ts';
import { useStages } from './lib/use-stages.ts';
import { loadZoneFacts } from './lib/zone-facts.ts';
import { Disclosure } from './ui/disclosure.tsx';
import { Footer } from './ui/footer.tsx';
import { WorldClock } from './world-clock.tsx';

/**
 * The parts below the reading. They load after it, and render one after the other: all at once would
 * hold up the reading.
 */
export function createBelow(
  { clock, ticker }: PageClock,
  preferences: PreferenceStore,
): ComponentType {
  const address = readPageAddress(window);
  const paced = pacePicture(clock, ticker);
  const known = learnZones({ memory: localMemory, ticker, load: loadZoneFacts, now: Date.now });
  followHomeZone(known);
  const moment = keepShownMoment(address, ticker, Date.now);
  const pinned = keepPinnedZones({
    address,
    memory: localMemory,
    known,
    loadPlaces,
    ownZone: visitorZone(),
  });
  // The page opens on a countdown that was shared.
  const isShared = address.get('until') !== null;
  return function Below() {
    const { texts } = useBelowLanguage();
    const stage = useStages(7);
    return (
      <>
        {isShared && <Countdown address={address} />}
        <Actions preferences={preferences} getPins={pinned.getPins} />
        {stage > 1 && (
          <WorldClock pinned={pinned} known={known} moment={moment} address={address}>
            {stage > 2 && <IsYourClockRight />}
            {stage > 3 && <Programs />}
            {stage > 4 && !isShared && <Countdown address={address} />}
          </WorldClock>
        )}
        {stage > 5 && (
          <Disclosure className="known-how" summary={texts.evidence.summary}>
            <ExchangePicture paced={paced} />
            <Evidence known={known} />
          </Disclosure>
        )}
        {stage > 6 && (
          <>
            <Footer />
            <LanguageNotice />
          </>
        )}
      </>
    );
  };
}
