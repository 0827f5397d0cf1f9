import { createSyncedClock } from '@dataiku-assessment/clock-sync';
import { followEvents } from '@dataiku-assessment/clock-sync/events';
import './page.css';
import { watchDevice } from './features/incident/device-change.ts';
import { drawFirstReading } from './first-reading.ts';
import { chooseLanguage, languageCode, loadTexts } from './lib/language.ts';
import { recallLastKnown, rememberLastKnown } from './lib/last-known.ts';
import { localMemory } from './lib/memory.ts';
import { keepPreferences } from './lib/preferences.ts';
import { startTicker } from './lib/ticker.ts';
import { whenIdle } from './lib/when-idle.ts';

/** The page notices within this time, in ms, that the server has stopped answering. */
const LONGEST_SILENCE_MS = 4_000;

const clock = createSyncedClock({ url: 'api/v1/sync', longestSilenceMs: LONGEST_SILENCE_MS });
followEvents(clock, 'api/v1/events');
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
const device = watchDevice(clock, ticker);
const preferences = keepPreferences(localMemory);

// The first number format of a page is slow, because the browser reads its language tables for it. This
// happens while the rest of the page is loading.
setTimeout(() => new Intl.NumberFormat());
showRest().catch((error) => {
  // public/before-page.js does the same when this script fails to load.
  document.getElementById('incomplete')?.removeAttribute('hidden');
  throw error;
});

/** Draws the first reading, and loads the rest of the page, which is much larger than this script. */
async function showRest(): Promise<void> {
  const { language, hours } = preferences.getPreferences();
  const { languages } = navigator;
  const isDrawn = loadTexts(languageCode(language, languages))
    // Without its words the page is in English.
    .catch(() => {})
    .then(() => drawFirstReading({ clock, ticker }, chooseLanguage(language, languages, hours)));
  const { showPage } = await import('./page.tsx');
  await isDrawn;
  showPage({ clock, ticker }, device, preferences);
  // Vite's development server has no built files to cache.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await whenIdle();
  // If the browser refuses, the page just needs the network.
  navigator.serviceWorker.register('service-worker.js').catch(() => {});
}
