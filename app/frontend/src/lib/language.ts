import { type HourCycle, withHours } from './hours.ts';
import { en } from './texts/en.ts';
import { fr } from './texts/fr.ts';
import type { Texts } from './texts/texts.ts';

const TEXTS = { en, fr } as const satisfies Readonly<Record<string, Texts>>;

export type LanguageCode = keyof typeof TEXTS;
export const LANGUAGE_CODES = Object.keys(TEXTS) as readonly LanguageCode[];

/** The language of the page. */
export interface Language {
  readonly code: LanguageCode;
  /** For Intl: the visitor's preferred variant of the language, and how hours are counted: `en-GB-u-hc-h23`. */
  readonly locale: string;
  /** All languages of the visitor, the page's own first. */
  readonly locales: readonly string[];
  readonly texts: Texts;
}

/**
 * Chooses the language of the page: the visitor's choice, or else the first of the browser's languages
 * that the page has, or else British English. Dates and numbers follow the words: a screen reader would
 * mispronounce a German date in an English sentence.
 */
export function chooseLanguage(
  chosen: LanguageCode | null,
  preferred: readonly string[],
  hours: HourCycle | null = null,
): Language {
  const codeOf = (tag: string) => LANGUAGE_CODES.find((code) => code === tag.split('-')[0]);
  const code = chosen ?? preferred.map(codeOf).find((its) => its !== undefined) ?? 'en';
  const known = preferred.filter(isKnownToIntl);
  const own = known.find((tag) => codeOf(tag) === code);
  const locale = withHours(own ?? (code === 'en' ? 'en-GB' : code), hours);
  return { code, locale, locales: [locale, ...known], texts: TEXTS[code] };
}

/** Not every preferred language is a valid tag: Chromium has `en-US@posix` on a POSIX locale. */
function isKnownToIntl(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
