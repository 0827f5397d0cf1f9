import { hasTwelveHours } from '../../lib/hours.ts';
import type { Language, LanguageCode } from '../../lib/language.ts';
import { whenIdle } from '../../lib/when-idle.ts';
import type { TimeReaders } from './read-moment.ts';

/** The parsers of chrono, 15 kB compressed each. */
const PARSERS = {
  en: () => import('chrono-node/en'),
  fr: () => import('chrono-node/fr'),
  de: () => import('chrono-node/de'),
  es: () => import('chrono-node/es'),
  ja: () => import('chrono-node/ja'),
  ar: () => import('chrono-node/ar'),
} as const satisfies Record<LanguageCode, unknown>;

/** English of the United States has the month before the day; the rest of the world has the day first. */
const MONTH_FIRST = 'US';

/** Loads what reads times in a language. */
export async function loadReaders({
  code,
  locale,
}: Pick<Language, 'code' | 'locale'>): Promise<TimeReaders> {
  const twelve = hasTwelveHours(locale);
  if (code !== 'en') {
    const { casual } = await PARSERS[code]();
    return { parser: casual, otherOrder: null, hasTwelveHours: twelve };
  }
  const { casual, GB } = await PARSERS.en();
  const [parser, otherOrder] =
    new Intl.Locale(locale).region === MONTH_FIRST ? [casual, GB] : [GB, casual];
  return { parser, otherOrder, hasTwelveHours: twelve };
}

/** A browser compiles a regular expression in its first two uses. */
const USES = 2;

/** Loads what reads times, and uses it, so that the first key doesn't wait for its regular expressions. */
export async function warmReaders(language: Pick<Language, 'code' | 'locale'>): Promise<void> {
  const { parser, otherOrder } = await loadReaders(language);
  for (const warmed of [parser, otherOrder]) {
    for (let use = 0; use < USES; use += 1) {
      await whenIdle();
      warmed?.parse('0');
    }
  }
}
