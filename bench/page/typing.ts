import type { Browser } from '@playwright/test';
import type { Measure } from './budgets.ts';
import { EVERYTHING } from './everything.ts';
import { readTaskTime } from './steady-state.ts';

/** A place, an alternative name, a time at a place, and an abbreviation. */
const TEXTS = ['seattle', 'münchen', '15:00 in tokyo thursday', '5pm PST'];
const MOST_MS = 50;
/** For what a key leads to: an answer of the server, and the drawing of the list. */
const SETTLED_MS = 300;
/** Long enough for the names of countries, which the page prepares while the browser is idle. */
const LOADED_MS = 3_000;

/** What a key in the field takes of the main thread's processor time, with all cities loaded: the most. */
export async function measureTyping(browser: Browser, url: string): Promise<Measure[]> {
  const page = await browser.newPage({ viewport: EVERYTHING.viewport, locale: 'en-GB' });
  await page.goto(`${url}/?zones=`);
  const field = page.getByRole('combobox', { name: /A place, a time/ });
  await field.fill('paris');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  await page.waitForTimeout(LOADED_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const threadMs = async () => (await readTaskTime(session)).threadSeconds * 1_000;
  let mostMs = 0;
  for (const text of TEXTS) {
    await field.fill('');
    for (const key of text) {
      const before = await threadMs();
      await page.keyboard.type(key);
      await page.waitForTimeout(SETTLED_MS);
      mostMs = Math.max(mostMs, (await threadMs()) - before);
    }
  }
  await page.close();
  const name = 'Typing in the field, a key at most, processor time';
  return [{ name, value: mostMs, limit: MOST_MS, unit: 'ms' }];
}
