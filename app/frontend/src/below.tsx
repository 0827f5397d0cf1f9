import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { type ReactNode, useState } from 'react';
import { Countdown } from './features/countdown/countdown.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import { ExchangePicture } from './features/picture/exchange-picture.tsx';
import { keepPinnedZones, loadZoneFacts } from './features/zones/pinned-zones.ts';
import { Zones } from './features/zones/zones.tsx';
import { localMemory } from './lib/memory.ts';
import type { PageAddress } from './lib/page-address.ts';
import type { Ticker } from './lib/ticker.ts';
import { useStages } from './lib/use-stages.ts';

export interface BelowProps {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
  readonly address: PageAddress;
  /** What stands below all of it. */
  readonly children: ReactNode;
}

/**
 * What waits until asked, below the reading. It is loaded after the reading is there, and comes part
 * by part: drawn at once it would hold up the reading.
 */
export function Below({ clock, ticker, address, children }: BelowProps) {
  const stage = useStages(4);
  const [pinned] = useState(() =>
    keepPinnedZones({ address, memory: localMemory, ticker, load: loadZoneFacts }),
  );
  return (
    <>
      <ExchangePicture clock={clock} ticker={ticker} />
      <Evidence clock={clock} />
      {stage > 1 && <Zones pinned={pinned} ticker={ticker} />}
      {stage > 2 && <Countdown address={address} ticker={ticker} />}
      {stage > 3 && children}
    </>
  );
}
