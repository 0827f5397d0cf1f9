import { type BelowLanguage, belowLanguage } from './below-language.ts';
import { useLanguage } from './use-language.ts';

/** The words of the parts below the reading, and the locale of dates and numbers. */
export function useBelowLanguage(): BelowLanguage {
  return belowLanguage(useLanguage());
}
