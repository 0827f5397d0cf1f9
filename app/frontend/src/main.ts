import { followEvents } from '@dataiku-assessment/clock-sync/events';
import './page.css';
import { drawFirstReading } from './first-reading.ts';
import { chooseLanguage, languageCode, loadTexts } from './lib/language.ts';
import { recallLastKnown } from './lib/last-known.ts';
import { localMemory } from './lib/memory.ts';
import { keepPreferences } from './lib/preferences.ts';
import { startClock } from './lib/start-clock.ts';

/** The first script of each document. The rest is loaded while the first exchange runs. */
const STARTS: Readonly<Record<string, () => Promise<void>>> = { wall, embed, page };
const { shows = 'page' } = document.documentElement.dataset;

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
  const preferences = keepPreferences(localMemory);
  const { language, hours } = preferences.getPreferences();
  const { languages } = navigator;
  // Without its words the page is in English.
  const words = loadTexts(languageCode(language, languages)).catch(() => {});
  const isDrawn = Promise.all([words, readLanguageTables()]).then(() =>
    drawFirstReading({ clock, ticker }, chooseLanguage(language, languages, hours)),
  );
  const { showPage } = await import('./page.tsx');
  await isDrawn;
  showPage({ clock, ticker }, preferences);
}

/**
 * Makes the browser read its tables of languages, which it does for the first formats of a page, and slowly.
 * In tasks of their own, so that the browser can draw in between.
 */
async function readLanguageTables(): Promise<void> {
  // Collator is not used. Chromium reads two thirds of the tables for whichever comes first: this splits the work.
  const readers: readonly (new () => unknown)[] = [
    Intl.Collator,
    Intl.NumberFormat,
    Intl.DateTimeFormat,
  ];
  for (const Reader of readers) {
    await nextTask();
    new Reader();
  }
  await nextTask();
}

/** Not by a timer, which browsers delay. */
function nextTask(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
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
