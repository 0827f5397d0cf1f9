import {
  chooseLanguage,
  type Language,
  type LanguageCode,
  languageCode,
  loadTexts,
} from './language.ts';
import { en } from './texts/en-alone.ts';
import type { AloneTexts } from './texts/texts.ts';

const LOADERS: Readonly<Record<LanguageCode, () => Promise<AloneTexts>>> = {
  en: async () => en,
  fr: async () => (await import('./texts/fr-alone.ts')).fr,
  de: async () => (await import('./texts/de-alone.ts')).de,
  es: async () => (await import('./texts/es-alone.ts')).es,
  ja: async () => (await import('./texts/ja-alone.ts')).ja,
  ar: async () => (await import('./texts/ar-alone.ts')).ar,
};

/** The language of the clock alone. */
export interface AloneLanguage extends Language {
  readonly alone: AloneTexts;
}

/** Loads the language of the clock alone, chosen as that of the page; English when it can't be loaded. */
export async function loadAloneLanguage(chosen: LanguageCode | null): Promise<AloneLanguage> {
  const { languages } = navigator;
  const code = languageCode(chosen, languages);
  try {
    const [alone] = await Promise.all([LOADERS[code](), loadTexts(code)]);
    return { ...chooseLanguage(chosen, languages), alone };
  } catch {
    return { ...chooseLanguage('en', languages), alone: en };
  }
}
