import { createServerClock } from '@dataiku-assessment/clock-sync';
import { followEvents } from '@dataiku-assessment/clock-sync/events';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';
import { App } from './app.tsx';
import { watchDevice } from './features/incident/device-change.ts';
import { recallLastKnown, rememberLastKnown } from './lib/last-known.ts';
import { localMemory } from './lib/memory.ts';
import { readPageAddress } from './lib/page-address.ts';
import { keepPreferences } from './lib/preferences.ts';
import { startTicker } from './lib/ticker.ts';

/** A visitor learns within this time, in ms, that the server has stopped to answer. */
const LONGEST_SILENCE_MS = 4_000;

const clock = createServerClock({ url: '/api/v1/sync', longestSilenceMs: LONGEST_SILENCE_MS });
followEvents(clock, '/api/v1/events');
rememberLastKnown(clock, localMemory, Date.now);
const ticker = startTicker(clock, {
  monotonicMs: () => performance.now(),
  isVisible: () => !document.hidden,
  recall: () => recallLastKnown(localMemory, Date.now()),
  setTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
});
document.addEventListener('visibilitychange', ticker.wake);

const root = document.getElementById('root');
if (root === null) throw new Error('The document has no element #root.');
const page = (
  <StrictMode>
    <App
      clock={clock}
      ticker={ticker}
      device={watchDevice(clock, ticker)}
      address={readPageAddress(window)}
      preferences={keepPreferences(localMemory)}
    />
  </StrictMode>
);
// As a transition the first rendering is done in slices, and leaves the browser room in between.
startTransition(() => createRoot(root).render(page));

// Vite's own server has no built files to keep.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // After the page is there. A browser that refuses leaves a page that needs the network.
  window.addEventListener('load', () =>
    navigator.serviceWorker.register('/service-worker.js').catch(() => {}),
  );
}
