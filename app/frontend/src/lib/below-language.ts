import { type Language, type LanguageCode, loadTexts } from './language.ts';
import type { BelowTexts } from './texts/texts.ts';

const LOADERS: Readonly<Record<LanguageCode, () => Promise<BelowTexts>>> = {
  en: async () => (await import('./texts/en-below.ts')).en,
  fr: async () => (await import('./texts/fr-below.ts')).fr,
  de: async () => (await import('./texts/de-below.ts')).de,
  es: async () => (await import('./texts/es-below.ts')).es,
  ja: async () => (await import('./texts/ja-below.ts')).ja,
  ar: async () => (await import('./texts/ar-below.ts')).ar,
};

const loaded: Partial<Record<LanguageCode, BelowTexts>> = {};

/** Loads the words of the parts below the reading. */
export async function loadBelowTexts(code: LanguageCode): Promise<void> {
  loaded[code] ??= await LOADERS[code]();
}

/** Loads all words of a language, for a page that shows every part. */
export async function loadLanguage(code: LanguageCode): Promise<void> {
  await Promise.all([loadTexts(code), loadBelowTexts(code)]);
}

/** The language of the parts below the reading. */
export interface BelowLanguage extends Omit<Language, 'texts'> {
  readonly texts: BelowTexts;
}

/**
 * The same language with the words of the parts below.
 * @throws {Error} when they are not loaded.
 */
export function belowLanguage(language: Language): BelowLanguage {
  const texts = loaded[language.code];
  if (texts === undefined) throw new Error(`The words of ${language.code} are not loaded.`);
  return { ...language, texts };
}
