import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { useState } from 'react';
import { Countdown } from './features/countdown/countdown.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import { ExchangePicture } from './features/picture/exchange-picture.tsx';
import { keepPinnedZones, loadZoneFacts } from './features/zones/pinned-zones.ts';
import { Zones } from './features/zones/zones.tsx';
import { localMemory } from './lib/memory.ts';
import type { PageAddress } from './lib/page-address.ts';
import type { Ticker } from './lib/ticker.ts';

export interface BelowProps {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
  readonly address: PageAddress;
}

/** What waits until asked, below the reading. It is loaded after the reading is there. */
export function Below({ clock, ticker, address }: BelowProps) {
  const [pinned] = useState(() =>
    keepPinnedZones({ address, memory: localMemory, ticker, load: loadZoneFacts }),
  );
  return (
    <>
      <ExchangePicture clock={clock} ticker={ticker} />
      <Evidence clock={clock} />
      <Zones pinned={pinned} ticker={ticker} />
      <Countdown address={address} ticker={ticker} />
    </>
  );
}
