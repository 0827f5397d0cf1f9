import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import type { ComponentType, ReactNode } from 'react';
import { Countdown } from './features/countdown/countdown.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import { ExchangePicture } from './features/picture/exchange-picture.tsx';
import { pacePicture } from './features/picture/paced-picture.ts';
import { keepPinnedZones } from './features/zones/pinned-zones.ts';
import { loadZoneFacts } from './features/zones/zone-facts.ts';
import { Zones } from './features/zones/zones.tsx';
import { localMemory } from './lib/memory.ts';
import type { PageAddress } from './lib/page-address.ts';
import type { Ticker } from './lib/ticker.ts';
import { useStages } from './lib/use-stages.ts';

/** What the parts below the reading are made of. */
export interface BelowParts {
  readonly clock: SyncedClock;
  readonly ticker: Ticker;
  readonly address: PageAddress;
}

export interface BelowProps {
  /** What stands below all of it. */
  readonly children: ReactNode;
}

/**
 * What waits until asked, below the reading. It is loaded after the reading is there, and comes part
 * by part: drawn at once it would hold up the reading.
 */
export function createBelow({ clock, ticker, address }: BelowParts): ComponentType<BelowProps> {
  const paced = pacePicture(clock, ticker);
  const pinned = keepPinnedZones({ address, memory: localMemory, ticker, load: loadZoneFacts });
  return function Below({ children }) {
    const stage = useStages(4);
    return (
      <>
        <ExchangePicture clock={clock} ticker={ticker} paced={paced} />
        <Evidence clock={clock} />
        {stage > 1 && <Zones pinned={pinned} ticker={ticker} />}
        {stage > 2 && <Countdown address={address} ticker={ticker} />}
        {stage > 3 && children}
      </>
    );
  };
}
