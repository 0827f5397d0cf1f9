import { madeOnce } from './made-once.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** The browser's number format, cached. */
export function numberFormat(
  locale: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  return madeOnce(formats, key, () => new Intl.NumberFormat(locale, options));
}
