import { fold } from '@dataiku-assessment/places/fold';
import type { BelowLanguage } from '../../lib/below-language.ts';
import { madeOnce } from '../../lib/made-once.ts';
import { regionName } from '../../lib/region-name.ts';
import { whenIdle } from '../../lib/when-idle.ts';

/** Common names of countries that Intl doesn't have. */
const EVERYDAY_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ['uae'],
  CI: ['ivory coast'],
  GB: ['great britain', 'england', 'scotland', 'wales'],
  NL: ['holland'],
  US: ['usa'],
};

const namesOfCountries = new Map<string, readonly string[]>();

/** The names of a country, folded: in the visitor's languages and in English, long and short, and its code. */
export function countryNames(code: string, { locales }: BelowLanguage): readonly string[] {
  return madeOnce(namesOfCountries, `${code} ${locales}`, () => {
    const inLanguages = [...locales, 'en'].flatMap((language) => [
      regionName(code, language),
      regionName(code, language, 'short'),
    ]);
    return [...new Set([...inLanguages, code, ...(EVERYDAY_NAMES[code] ?? [])])].map(fold);
  });
}

/** The number of countries prepared at a time: less than one frame of a slow phone. */
const READY_AT_ONCE = 20;

/** Prepares the names of countries while the browser is idle; otherwise the first search would be slow. */
export async function readyNames(codes: readonly string[], language: BelowLanguage): Promise<void> {
  for (let first = 0; first < codes.length; first += READY_AT_ONCE) {
    await whenIdle();
    for (const code of codes.slice(first, first + READY_AT_ONCE)) countryNames(code, language);
  }
}
