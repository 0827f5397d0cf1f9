import { createSyncedClock } from '@dataiku-assessment/clock-sync';
import { followEvents } from '@dataiku-assessment/clock-sync/events';
import './page.css';
import { watchDevice } from './features/incident/device-change.ts';
import { recallLastKnown, rememberLastKnown } from './lib/last-known.ts';
import { localMemory } from './lib/memory.ts';
import { startTicker } from './lib/ticker.ts';
import { whenIdle } from './lib/when-idle.ts';

/** A visitor learns within this time, in ms, that the server has stopped to answer. */
const LONGEST_SILENCE_MS = 4_000;

const clock = createSyncedClock({ url: '/api/v1/sync', longestSilenceMs: LONGEST_SILENCE_MS });
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
const device = watchDevice(clock, ticker);

// A page's first number format takes longer than all else that a script does here: the browser reads
// its tables of languages for it. It may do so while the rest of the page is on its way.
setTimeout(() => new Intl.NumberFormat());
showRest().catch((error) => {
  // As public/before-page.js does when this script doesn't come.
  document.getElementById('incomplete')?.removeAttribute('hidden');
  throw error;
});

/** The server is asked already while the rest, ten times as large, is still on its way. */
async function showRest(): Promise<void> {
  const { showPage } = await import('./page.tsx');
  showPage({ clock, ticker, device });
  // Vite's own server has no built files to keep.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await whenIdle();
  // A browser that refuses leaves a page that needs the network.
  navigator.serviceWorker.register('/service-worker.js').catch(() => {});
}
