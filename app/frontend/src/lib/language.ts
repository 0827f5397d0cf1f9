import { type HourCycle, withHours } from './hours.ts';
import { en } from './texts/en.ts';
import type { Texts } from './texts/texts.ts';

/** Each language but English is loaded when it is needed, so that the first script stays small. */
const LOADERS = {
  en: async () => en,
  fr: async () => (await import('./texts/fr.ts')).fr,
} as const satisfies Readonly<Record<string, () => Promise<Texts>>>;

export type LanguageCode = keyof typeof LOADERS;
export const LANGUAGE_CODES = Object.keys(LOADERS) as readonly LanguageCode[];

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
