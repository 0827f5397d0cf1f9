const names = new Map<string, Intl.DisplayNames>();

/** A country in a language, by its code in ISO 3166-1; the code itself where Intl has no name. */
export function regionName(code: string, locale: string, style: 'long' | 'short' = 'long'): string {
  const key = `${locale} ${style}`;
  // One takes the browser as long to make as hundreds take to be asked.
  const known = names.get(key) ?? new Intl.DisplayNames(locale, { type: 'region', style });
  names.set(key, known);
  return known.of(code) ?? code;
}
