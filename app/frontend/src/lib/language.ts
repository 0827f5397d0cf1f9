import { en } from './texts/en.ts';
import { fr } from './texts/fr.ts';
import type { Texts } from './texts/texts.ts';

const TEXTS = { en, fr } as const satisfies Readonly<Record<string, Texts>>;

export type LanguageCode = keyof typeof TEXTS;
export const LANGUAGE_CODES = Object.keys(TEXTS) as readonly LanguageCode[];

/** What the page is written in. */
export interface Language {
  readonly code: LanguageCode;
  /** For Intl: the visitor's own variant of the language, such as `en-GB`, where one is preferred. */
  readonly locale: string;
  /** All that the visitor reads, the page's own first. */
  readonly locales: readonly string[];
  readonly texts: Texts;
}

/**
 * The language to write in: the chosen one, or else the first of the visitor's that the page has, or
 * else English, as it is written internationally. Dates and numbers follow the words: a German date
 * within English words reads wrongly, and is spoken wrongly by a screen reader.
 */
export function chooseLanguage(
  chosen: LanguageCode | null,
  preferred: readonly string[],
): Language {
  const codeOf = (tag: string) => LANGUAGE_CODES.find((code) => code === tag.split('-')[0]);
  const code = chosen ?? preferred.map(codeOf).find((its) => its !== undefined) ?? 'en';
  const known = preferred.filter(isKnownToIntl);
  const own = known.find((tag) => codeOf(tag) === code);
  const locale = own ?? (code === 'en' ? 'en-GB' : code);
  return { code, locale, locales: [locale, ...known], texts: TEXTS[code] };
}

/** A browser may prefer what is no language tag: Chromium has `en-US@posix` where the system has POSIX. */
function isKnownToIntl(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
