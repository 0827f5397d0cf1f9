import type { ServerClock } from '@dataiku-assessment/clock-sync';
import { type ComponentType, lazy, Suspense } from 'react';
import type { BelowProps } from './below.tsx';
import { Connection } from './features/connection/connection.tsx';
import { DeviceOffset } from './features/device-offset/device-offset.tsx';
import type { DeviceWatch } from './features/incident/device-change.ts';
import { Incident } from './features/incident/incident.tsx';
import { Reading } from './features/reading/reading.tsx';
import { ServerClockStatus } from './features/server-clock/server-clock-status.tsx';
import { Settings } from './features/settings/settings.tsx';
import type { PageAddress } from './lib/page-address.ts';
import type { PreferenceStore } from './lib/preferences.ts';
import type { Ticker } from './lib/ticker.ts';
import { LanguageContext } from './lib/use-language.ts';
import { usePreferences } from './lib/use-preferences.ts';
import { whenIdle } from './lib/when-idle.ts';

interface AppProps {
  readonly clock: ServerClock;
  readonly ticker: Ticker;
  readonly device: DeviceWatch;
  readonly address: PageAddress;
  readonly preferences: PreferenceStore;
}

// Awaited, not chained: Vite takes a chain into its own loading, whose failures it then misses.
const Below = lazy(async (): Promise<{ readonly default: ComponentType<BelowProps> }> => {
  // The first reading goes before.
  await whenIdle();
  try {
    const { Below } = await import('./below.tsx');
    return { default: Below };
  } catch {
    // Gone with an update of the page, or with the network: the reading goes on without.
    return { default: ({ children }) => children };
  }
});

/** The whole page: the reading, and why one may trust it. */
export function App({ clock, ticker, device, address, preferences }: AppProps) {
  const language = usePreferences(preferences);
  const { texts } = language;
  return (
    <LanguageContext value={language}>
      <main>
        <h1>{texts.heading}</h1>
        <Reading clock={clock} ticker={ticker} />
        <section className="statements" aria-label={texts.statements}>
          <Incident clock={clock} device={device} />
          <DeviceOffset ticker={ticker} />
          <ServerClockStatus clock={clock} />
          <Connection clock={clock} ticker={ticker} />
        </section>
        <Suspense>
          <Below clock={clock} ticker={ticker} address={address}>
            <Settings preferences={preferences} />
          </Below>
        </Suspense>
      </main>
    </LanguageContext>
  );
}
