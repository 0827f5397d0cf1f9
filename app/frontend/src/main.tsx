import { createServerClock } from '@dataiku-assessment/clock-sync';
import { followEvents } from '@dataiku-assessment/clock-sync/events';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './page.css';
import { App } from './app.tsx';
import { watchDevice } from './features/incident/device-change.ts';
import { keepPinnedZones, loadZoneFacts } from './features/zones/pinned-zones.ts';
import { chooseLanguage } from './lib/language.ts';
import { localMemory } from './lib/memory.ts';
import { readPageAddress } from './lib/page-address.ts';
import { startTicker } from './lib/ticker.ts';
import { LanguageContext } from './lib/use-language.ts';

/** A visitor learns within this time, in ms, that the server has stopped to answer. */
const LONGEST_SILENCE_MS = 4_000;

const clock = createServerClock({ url: '/api/v1/sync', longestSilenceMs: LONGEST_SILENCE_MS });
followEvents(clock, '/api/v1/events');
const ticker = startTicker(clock, {
  monotonicMs: () => performance.now(),
  isVisible: () => !document.hidden,
  setTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
});
document.addEventListener('visibilitychange', ticker.wake);
const device = watchDevice(clock, ticker);
const address = readPageAddress(window);
const pinned = keepPinnedZones({ address, memory: localMemory, ticker, load: loadZoneFacts });
const language = chooseLanguage(null, navigator.languages);

const root = document.getElementById('root');
if (root === null) throw new Error('The document has no element #root.');
createRoot(root).render(
  <StrictMode>
    <LanguageContext value={language}>
      <App clock={clock} ticker={ticker} device={device} pinned={pinned} address={address} />
    </LanguageContext>
  </StrictMode>,
);
