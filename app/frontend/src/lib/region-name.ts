import { madeOnce } from './made-once.ts';

/** A country in a language; empty for a zone without a country. */
export function countryName(code: string | null, locale: string): string {
  return code === null ? '' : regionName(code, locale);
}

const names = new Map<string, Intl.DisplayNames>();

/** The name of a country in a language, by its ISO 3166-1 code; the code itself if Intl has no name. */
export function regionName(code: string, locale: string, style: 'long' | 'short' = 'long'): string {
  const make = () => new Intl.DisplayNames(locale, { type: 'region', style });
  const name = madeOnce(names, `${locale} ${style}`, make).of(code) ?? code;
  // Canadian French has no-break hyphens, which the page's font lacks.
  return name.replaceAll('\u2011', '-');
}
