import { lazy, StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { DeviceWatch } from './features/incident/device-change.ts';
import { loadBelowTexts } from './lib/below-language.ts';
import { chooseLanguage } from './lib/language.ts';
import { readPageAddress } from './lib/page-address.ts';
import type { PageClock } from './lib/page-clock.ts';
import type { PreferenceStore } from './lib/preferences.ts';
import { whenIdle } from './lib/when-idle.ts';

/** Renders the page in place of the document's first content. */
export function showPage(
  pageClock: PageClock,
  device: DeviceWatch,
  preferences: PreferenceStore,
): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The document has no element #root.');
  const page = (
    <StrictMode>
      <App
        pageClock={pageClock}
        device={device}
        preferences={preferences}
        Below={lazy(() => loadBelow(pageClock, preferences))}
      />
    </StrictMode>
  );
  // A transition renders in slices, and leaves the browser time in between.
  startTransition(() => createRoot(root).render(page));
}

/** Waits for the first reading. Fails offline, or when a deployment has removed the chunk. */
async function loadBelow(pageClock: PageClock, preferences: PreferenceStore) {
  const address = readPageAddress(window);
  await whenIdle();
  const { language } = preferences.getPreferences();
  // As the reading: the page is in English when the words of a language are missing.
  const { code } = chooseLanguage(language, navigator.languages);
  const [{ createBelow }] = await Promise.all([import('./below.tsx'), loadBelowTexts(code)]);
  return { default: createBelow(pageClock, address, preferences) };
}
