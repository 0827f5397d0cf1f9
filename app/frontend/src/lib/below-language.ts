import type { Language } from './language.ts';
import { en } from './texts/en-below.ts';
import { fr } from './texts/fr-below.ts';
import type { BelowTexts } from './texts/texts.ts';

const TEXTS: Readonly<Record<Language['code'], BelowTexts>> = { en, fr };

/** The language of the parts below the reading. Their words are loaded together with them. */
export interface BelowLanguage extends Omit<Language, 'texts'> {
  readonly texts: BelowTexts;
}

/** The same language with the words of the parts below. */
export function belowLanguage(language: Language): BelowLanguage {
  return { ...language, texts: TEXTS[language.code] };
}
