import { followEvents } from '@dataiku-assessment/clock-sync/events';
import { loadLanguage } from './lib/below-language.ts';
import { languageCode } from './lib/language.ts';
import { localMemory } from './lib/memory.ts';
import type { PageClock } from './lib/page-clock.ts';
import { keepPreferences, type PreferenceStore } from './lib/preferences.ts';
import { rememberLastKnown } from './lib/remember-last-known.ts';

/** Storing the half megabyte for offline use would compete with the page while it renders. */
const OFFLINE_AFTER_MS = 5_000;

/** Starts what an open page does beside showing the time. */
export function startBackground({ clock }: PageClock, preferences: PreferenceStore): void {
  followEvents(clock, 'api/v1/events');
  rememberLastKnown(clock, localMemory, Date.now);
  // Another open page has changed something, perhaps the language.
  addEventListener('storage', async () => {
    const { language } = keepPreferences(localMemory).getPreferences();
    await loadLanguage(languageCode(language, navigator.languages));
    preferences.reread();
  });
  // Vite's development server has no built files to cache.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // If the browser refuses, the page just needs the network.
    navigator.serviceWorker.register('service-worker.js').catch(() => {});
  }, OFFLINE_AFTER_MS);
}
