import { lazy, StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chooseLanguage } from './lib/language.ts';
import type { PageClock } from './lib/page-clock.ts';
import type { PreferenceStore } from './lib/preferences.ts';
import { whenIdle } from './lib/when-idle.ts';

/** Renders the page in place of the document's first content. */
export function showPage(pageClock: PageClock, preferences: PreferenceStore): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The document has no element #root.');
  const later = loadLater(pageClock, preferences);
  const page = (
    <StrictMode>
      <App
        pageClock={pageClock}
        preferences={preferences}
        Incident={lazy(async () => ({ default: (await later).Incident }))}
        Below={lazy(async () => ({ default: (await later).Below }))}
      />
    </StrictMode>
  );
  // A transition renders in slices, and leaves the browser time in between.
  startTransition(() => createRoot(root).render(page));
}

/** Waits for the first reading. Fails offline, or when a deployment has removed the chunk. */
async function loadLater(pageClock: PageClock, preferences: PreferenceStore) {
  await whenIdle();
  const { language } = preferences.getPreferences();
  // As the reading: the page is in English when the words of a language are missing.
  const { code } = chooseLanguage(language, navigator.languages);
  const [{ createLater }] = await Promise.all([
    import('./later.tsx'),
    import('./lib/below-language.ts').then(({ loadBelowTexts }) => loadBelowTexts(code)),
  ]);
  return createLater(pageClock, preferences);
}
