import type { Language } from './language.ts';
import { en } from './texts/below/en.ts';
import { fr } from './texts/below/fr.ts';
import type { BelowTexts } from './texts/below/texts.ts';

const TEXTS: Readonly<Record<Language['code'], BelowTexts>> = { en, fr };

/** What the parts below the reading are written in. Their words are loaded with them, not before. */
export interface BelowLanguage extends Omit<Language, 'texts'> {
  readonly texts: BelowTexts;
}

/** The same language, with the words below the reading. */
export function belowLanguage(language: Language): BelowLanguage {
  return { ...language, texts: TEXTS[language.code] };
}
