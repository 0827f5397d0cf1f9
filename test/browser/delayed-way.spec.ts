import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { forward, handBack } from '../system/forward.ts';
import { startLoopbackServer } from '../system/loopback-server.ts';
import { bendDeviceClock } from './bent-clock.ts';
import { boundIn, expect, test } from './page.fixture.ts';

const DELAY_MS = 200;
/** How far the device is ahead of the server, in truth. */
const AHEAD_MS = 10_000;
const LOADS = 10;
const READINGS = 5;

test.use({ locale: 'en-GB' });
test.slow();

/** A way to the API on which exchanges are late, there or back. */
function startDelayedWay(port: number, late: 'there' | 'back') {
  return startLoopbackServer(async (incoming, outgoing) => {
    const delayMs = incoming.url?.startsWith('/api/v1/sync') ? DELAY_MS : 0;
    if (late === 'there') await wait(delayMs);
    forward(incoming, outgoing, {
      port,
      async answered(answer) {
        if (late === 'back') await wait(delayMs);
        handBack(answer, outgoing);
      },
    });
  });
}

/** What the page says of the device at its next readings. */
function readSentences(page: Page, count: number): Promise<string[]> {
  return page.evaluate(async (count) => {
    const [time, sentence] = ['time', '.device-offset'].map((part) => document.querySelector(part));
    const sentences: string[] = [];
    while (sentences.length < count) {
      await new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe(time as Element, { attributes: true });
      });
      // What belongs to this reading is written before the next frame of the browser.
      await new Promise(requestAnimationFrame);
      sentences.push(sentence?.textContent ?? '');
    }
    return sentences;
  }, count);
}

for (const late of ['there', 'back'] as const) {
  test(`with 200 ms more on the way ${late}, the shown ± holds the truth in all of ${LOADS * READINGS} tries`, async ({
    api,
    page,
  }) => {
    const way = await startDelayedWay(api.port, late);
    await bendDeviceClock(page, AHEAD_MS);
    for (let load = 0; load < LOADS; load += 1) {
      await page.goto(way.url);
      // React's: it puts its own elements in the place of the first reading's.
      await page.locator('.connection').waitFor({ state: 'attached' });
      await expect(page.locator('.device-offset')).toContainText('ahead');
      for (const sentence of await readSentences(page, READINGS)) {
        const [, span = ''] = /is ([\d.]+)\ss ahead of /.exec(sentence) ?? [];
        const boundMs = boundIn(sentence);
        expect(Math.abs(Number(span) * 1_000 - AHEAD_MS), sentence).toBeLessThanOrEqual(boundMs);
        // The delay is in the bound, as nobody can know which way it was.
        expect(boundMs, sentence).toBeGreaterThanOrEqual(DELAY_MS / 2);
      }
    }
    await page.close();
    await way.close();
  });
}
