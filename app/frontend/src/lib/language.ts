import { type HourCycle, withHours } from './hours.ts';
import { en } from './texts/en.ts';
import type { Texts } from './texts/texts.ts';

/** Each language in its own words. */
export const LANGUAGES = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  ja: '日本語',
  ar: 'العربية',
} as const;

export type LanguageCode = keyof typeof LANGUAGES;
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly LanguageCode[];

/** Each language but English is loaded when it is needed, so that the first script stays small. */
const LOADERS: Readonly<Record<LanguageCode, () => Promise<Texts>>> = {
  en: async () => en,
  fr: async () => (await import('./texts/fr.ts')).fr,
  de: async () => (await import('./texts/de.ts')).de,
  es: async () => (await import('./texts/es.ts')).es,
  ja: async () => (await import('./texts/ja.ts')).ja,
  ar: async () => (await import('./texts/ar.ts')).ar,
};

const loaded: Partial<Record<LanguageCode, Texts>> = { en };

/** The language of the page. */
export interface Language {
  readonly code: LanguageCode;
  /** For Intl: the visitor's preferred variant of the language, and how hours are counted: `en-GB-u-hc-h23`. */
  readonly locale: string;
  /** All languages of the visitor, the page's own first. */
  readonly locales: readonly string[];
  readonly texts: Texts;
}

/** Marks the document as written in a language, from the right or from the left. */
export function markDocument(code: LanguageCode): void {
  document.documentElement.lang = code;
  document.documentElement.dir = code === 'ar' ? 'rtl' : 'ltr';
}

/** Loads the words of a language. Without them, `chooseLanguage` chooses English. */
export async function loadTexts(code: LanguageCode): Promise<void> {
  loaded[code] ??= await LOADERS[code]();
}

/** The visitor's choice, or else the first of the browser's languages that the page has, or else English. */
export function languageCode(
  chosen: LanguageCode | null,
  preferred: readonly string[],
): LanguageCode {
  return chosen ?? preferred.map(codeOf).find((code) => code !== undefined) ?? 'en';
}

/** Whether the page has one of a visitor's languages. */
export function hasPageLanguage(preferred: readonly string[]): boolean {
  return preferred.some((tag) => codeOf(tag) !== undefined);
}

function codeOf(tag: string): LanguageCode | undefined {
  return LANGUAGE_CODES.find((code) => code === tag.split('-')[0]);
}

/**
 * Chooses the language of the page, and the visitor's variant of it; by default British English. Dates and numbers follow the words: a screen reader would
 * mispronounce a German date in an English sentence.
 */
export function chooseLanguage(
  chosen: LanguageCode | null,
  preferred: readonly string[],
  hours: HourCycle | null = null,
): Language {
  const wanted = languageCode(chosen, preferred);
  const texts = loaded[wanted] ?? en;
  const code = texts === en ? 'en' : wanted;
  const known = preferred.filter(isKnownToIntl);
  const own = known.find((tag) => codeOf(tag) === code);
  const locale = withHours(own ?? (code === 'en' ? 'en-GB' : code), hours);
  return { code, locale, locales: [locale, ...known], texts };
}

/** Not every preferred language is a valid tag: Chromium has `en-US@posix` on a POSIX locale. */
function isKnownToIntl(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
