import { showClockAlone } from './clock-alone.ts';
import { loadAloneLanguage } from './lib/alone-language.ts';
import type { PageClock } from './lib/page-clock.ts';
import { part, write } from './lib/write.ts';

/** Draws the small clock of a frame, with a link to the page. */
export async function showEmbed(pageClock: PageClock): Promise<void> {
  const language = await loadAloneLanguage(null);
  const back = part<HTMLAnchorElement>(document, '.back');
  write(back, language.texts.heading);
  const zone = new URLSearchParams(location.search).get('zone');
  if (zone !== null) back.href = `./?${new URLSearchParams({ zones: zone })}`;
  showClockAlone(pageClock, language);
}
