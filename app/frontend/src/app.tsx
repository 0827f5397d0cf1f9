import { Suspense } from 'react';
import { Connection } from './features/connection/connection.tsx';
import { DeviceOffset } from './features/device-offset/device-offset.tsx';
import { Reading } from './features/reading/reading.tsx';
import { Accuracy } from './features/server-status/accuracy.tsx';
import { Settings } from './features/settings/settings.tsx';
import type { LaterParts } from './later.tsx';
import { type PageClock, PageClockContext } from './lib/page-clock.ts';
import type { PreferenceStore } from './lib/preferences.ts';
import { LanguageContext } from './lib/use-language.ts';
import { usePreferences } from './lib/use-preferences.ts';
import { Boundary } from './ui/boundary.tsx';

interface AppProps extends LaterParts {
  readonly pageClock: PageClock;
  readonly preferences: PreferenceStore;
}

/** The whole page: the reading, and the reasons to trust it. Loading the later parts may fail. */
export function App({ pageClock, preferences, Incident, Below }: AppProps) {
  const language = usePreferences(preferences);
  const { texts } = language;
  return (
    <LanguageContext value={language}>
      <PageClockContext value={pageClock}>
        <header className="top">
          <h1>{texts.heading}</h1>
          <Settings preferences={preferences} />
        </header>
        <main>
          <Reading />
          <section className="statements" aria-label={texts.statements}>
            <Accuracy />
            <DeviceOffset />
            <div className="status">
              <Connection />
              {/* Screen readers announce what comes into it. */}
              <div aria-live="polite">
                <Boundary fallback={null}>
                  <Suspense>
                    <Incident />
                  </Suspense>
                </Boundary>
              </div>
            </div>
          </section>
          <Boundary
            fallback={
              <section>
                <p role="alert">{texts.restMissing}</p>
              </section>
            }
          >
            <Suspense>
              <Below />
            </Suspense>
          </Boundary>
        </main>
      </PageClockContext>
    </LanguageContext>
  );
}
