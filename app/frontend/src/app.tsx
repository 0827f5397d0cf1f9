import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { Connection } from './features/connection/connection.tsx';
import { DeviceOffset } from './features/device-offset/device-offset.tsx';
import { Evidence } from './features/evidence/evidence.tsx';
import { Reading } from './features/reading/reading.tsx';
import { ServerClockStatus } from './features/server-clock/server-clock-status.tsx';
import { texts } from './lib/texts.ts';
import type { Ticker } from './lib/ticker.ts';

interface AppProps {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
}

/** The whole page: the reading, and why one may trust it. */
export function App({ clock, ticker }: AppProps) {
  return (
    <main>
      <h1>{texts.heading}</h1>
      <Reading clock={clock} ticker={ticker} />
      <section className="statements" aria-label={texts.statements}>
        <DeviceOffset ticker={ticker} />
        <ServerClockStatus clock={clock} />
        <Connection clock={clock} />
      </section>
      <Evidence clock={clock} />
    </main>
  );
}
