import { createContext, use } from 'react';
import { chooseLanguage, type Language } from './language.ts';

/** The language of the page. Default: English. */
export const LanguageContext = createContext<Language>(chooseLanguage('en', []));

/** The words of the page, and the locale of its dates and numbers. */
export function useLanguage(): Language {
  return use(LanguageContext);
}
