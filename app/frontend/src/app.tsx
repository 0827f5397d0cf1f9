import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { Connection } from './features/connection/connection.tsx';
import { Countdown } from './features/countdown/countdown.tsx';
import { DeviceOffset } from './features/device-offset/device-offset.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import type { DeviceWatch } from './features/incident/device-change.ts';
import { Incident } from './features/incident/incident.tsx';
import { ExchangePicture } from './features/picture/exchange-picture.tsx';
import { Reading } from './features/reading/reading.tsx';
import { ServerClockStatus } from './features/server-clock/server-clock-status.tsx';
import type { PinnedZones } from './features/zones/pinned-zones.ts';
import { Zones } from './features/zones/zones.tsx';
import type { PageAddress } from './lib/page-address.ts';
import type { Ticker } from './lib/ticker.ts';
import { useLanguage } from './lib/use-language.ts';

interface AppProps {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
  readonly device: DeviceWatch;
  readonly pinned: PinnedZones;
  readonly address: PageAddress;
}

/** The whole page: the reading, and why one may trust it. */
export function App({ clock, ticker, device, pinned, address }: AppProps) {
  const { texts } = useLanguage();
  return (
    <main>
      <h1>{texts.heading}</h1>
      <Reading clock={clock} ticker={ticker} />
      <section className="statements" aria-label={texts.statements}>
        <Incident clock={clock} device={device} />
        <DeviceOffset ticker={ticker} />
        <ServerClockStatus clock={clock} />
        <Connection clock={clock} />
      </section>
      <ExchangePicture clock={clock} ticker={ticker} />
      <Evidence clock={clock} />
      <Zones pinned={pinned} ticker={ticker} />
      <Countdown address={address} ticker={ticker} />
    </main>
  );
}
