import { useEffect, useSyncExternalStore } from 'react';
import { chooseLanguage, type Language, markDocument } from './language.ts';
import type { PreferenceStore } from './preferences.ts';

/** Applies language, theme and the choice of digits to the document, and returns the language. */
export function usePreferences(store: PreferenceStore): Language {
  const {
    language: chosen,
    theme,
    hours,
    seconds,
  } = useSyncExternalStore(store.subscribe, store.getPreferences);
  const language = chooseLanguage(chosen, navigator.languages, hours);
  const { code, texts } = language;
  useEffect(() => {
    const { documentElement } = document;
    markDocument(code);
    document.title = texts.title;
    if (theme === null) delete documentElement.dataset.theme;
    else documentElement.dataset.theme = theme;
    if (seconds === null) delete documentElement.dataset.seconds;
    else documentElement.dataset.seconds = seconds;
    tellThemeColour(theme);
  }, [code, texts, theme, seconds]);
  return language;
}

/**
 * Sets the colour of the browser's own bars to the chosen theme's. The browser takes the first meta
 * element that matches; the document's own two follow the browser's theme.
 */
function tellThemeColour(theme: string | null): void {
  document.querySelector('meta[name="theme-color"]:not([media])')?.remove();
  if (theme === null) return;
  const meta = document.createElement('meta');
  meta.name = 'theme-color';
  meta.content = getComputedStyle(document.documentElement).backgroundColor;
  document.head.prepend(meta);
}
