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
  }, [code, texts, theme]);
  return language;
}
