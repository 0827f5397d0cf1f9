import type { SyncedClock } from '@dataiku-assessment/clock-sync';
import { type ComponentType, Suspense } from 'react';
import type { BelowProps } from './below.tsx';
import { Connection } from './features/connection/connection.tsx';
import { DeviceOffset } from './features/device-offset/device-offset.tsx';
import type { DeviceWatch } from './features/incident/device-change.ts';
import { Incident } from './features/incident/incident.tsx';
import { Reading } from './features/reading/reading.tsx';
import { ServerClockStatus } from './features/server-clock/server-clock-status.tsx';
import { Settings } from './features/settings/settings.tsx';
import type { PreferenceStore } from './lib/preferences.ts';
import type { Ticker } from './lib/ticker.ts';
import { LanguageContext } from './lib/use-language.ts';
import { usePreferences } from './lib/use-preferences.ts';
import { Boundary } from './ui/boundary.tsx';

interface AppProps {
  readonly clock: SyncedClock;
  readonly ticker: Ticker;
  readonly device: DeviceWatch;
  readonly preferences: PreferenceStore;
  /** What stands below the reading; it may come later, or not at all. */
  readonly Below: ComponentType<BelowProps>;
}

/** The whole page: the reading, and why one may trust it. */
export function App({ clock, ticker, device, preferences, Below }: AppProps) {
  const language = usePreferences(preferences);
  const { texts } = language;
  const settings = <Settings preferences={preferences} />;
  return (
    <LanguageContext value={language}>
      <main>
        <h1>{texts.heading}</h1>
        <Reading clock={clock} ticker={ticker} />
        <section className="statements" aria-label={texts.statements}>
          <DeviceOffset ticker={ticker} />
          <ServerClockStatus clock={clock} ticker={ticker} />
          <div className="status">
            <Connection clock={clock} ticker={ticker} />
            <Incident clock={clock} ticker={ticker} device={device} />
          </div>
        </section>
        <Boundary
          fallback={
            <>
              <section>
                <p role="alert">{texts.restMissing}</p>
              </section>
              {settings}
            </>
          }
        >
          <Suspense>
            <Below>{settings}</Below>
          </Suspense>
        </Boundary>
      </main>
    </LanguageContext>
  );
}
