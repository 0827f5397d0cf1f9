import { useEffect, useSyncExternalStore } from 'react';
import { chooseLanguage, type Language } from './language.ts';
import type { PreferenceStore } from './preferences.ts';

/** The language to write in. The document follows it, and the chosen theme. */
export function usePreferences(store: PreferenceStore): Language {
  const { language: chosen, theme } = useSyncExternalStore(store.subscribe, store.getPreferences);
  const language = chooseLanguage(chosen, navigator.languages);
  const { code, texts } = language;
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = code;
    document.title = texts.title;
    if (theme === null) delete documentElement.dataset.theme;
    else documentElement.dataset.theme = theme;
    tellThemeColour(theme);
  }, [code, texts, theme]);
  return language;
}

/**
 * Gives a chosen theme's colour to the browser, for its own bars. The document's two follow the
 * browser's theme; it takes the first that fits.
 */
function tellThemeColour(theme: string | null): void {
  document.querySelector('meta[name="theme-color"]:not([media])')?.remove();
  if (theme === null) return;
  const meta = document.createElement('meta');
  meta.name = 'theme-color';
  meta.content = getComputedStyle(document.documentElement).backgroundColor;
  document.head.prepend(meta);
}
