import { followEvents } from '@dataiku-assessment/clock-sync/events';
import './page.css';
import { watchDevice } from './features/incident/device-change.ts';
import { drawFirstReading } from './first-reading.ts';
import { chooseLanguage, languageCode, loadTexts } from './lib/language.ts';
import { recallLastKnown, rememberLastKnown } from './lib/last-known.ts';
import { localMemory } from './lib/memory.ts';
import { keepPreferences } from './lib/preferences.ts';
import { startClock } from './lib/start-clock.ts';
import { whenIdle } from './lib/when-idle.ts';

/** The first script of each document. The rest is loaded while the first exchange runs. */
const STARTS: Readonly<Record<string, () => Promise<void>>> = { wall, embed, page };
const { shows = 'page' } = document.documentElement.dataset;

// The first number format of a page is slow, because the browser reads its language tables for it. This
// happens while the rest of the page is loading.
setTimeout(() => new Intl.NumberFormat());
STARTS[shows]?.().catch((error) => {
  // public/before-page.js does the same when this script fails to load.
  document.getElementById('incomplete')?.removeAttribute('hidden');
  throw error;
});

function recall() {
  return recallLastKnown(localMemory, Date.now());
}

/** Draws the first reading, and loads the rest of the page, which is much larger than this script. */
async function page(): Promise<void> {
  const { clock, ticker } = startClock(recall);
  followEvents(clock, 'api/v1/events');
  rememberLastKnown(clock, localMemory, Date.now);
  const device = watchDevice(clock, ticker);
  const preferences = keepPreferences(localMemory);
  // Another open page has changed something, perhaps the language.
  addEventListener('storage', async () => {
    const { language } = keepPreferences(localMemory).getPreferences();
    const code = languageCode(language, navigator.languages);
    const { loadLanguage } = await import('./lib/below-language.ts');
    await loadLanguage(code);
    preferences.reread();
  });
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

/** The clock alone, as large as the window allows. */
async function wall(): Promise<void> {
  const pageClock = startClock(recall);
  followEvents(pageClock.clock, 'api/v1/events');
  const { language } = keepPreferences(localMemory).getPreferences();
  const { showWall } = await import('./wall.ts');
  await showWall(pageClock, language);
}

/**
 * A small clock for a frame of another site. It stores nothing, and follows no events: a stream takes one
 * of the few connections that a browser opens to a server, and a site may show several clocks.
 */
async function embed(): Promise<void> {
  const pageClock = startClock(() => null);
  const { showEmbed } = await import('./embed.ts');
  await showEmbed(pageClock);
}
