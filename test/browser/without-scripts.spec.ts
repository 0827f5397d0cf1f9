import type { Page } from '@playwright/test';
import { startPageNginx } from '../images/page-nginx.ts';
import { expect, test } from './page.fixture.ts';

test.use({ javaScriptEnabled: false });

/** The time that a page without scripts shows, in ms since 1970. */
async function readSent(page: Page): Promise<number> {
  const time = await page.locator('.sent').textContent();
  const [date] =
    /\d{4}-\d\d-\d\d/.exec((await page.locator('.sent ~ p').first().textContent()) ?? '') ?? [];
  return Date.parse(`${date}T${time?.trim().replace(' UTC', 'Z')}`);
}

for (const server of ['the API', 'nginx']) {
  test(`without JavaScript the page shows when it was sent, by ${server}`, async ({
    api,
    page,
  }) => {
    const nginx = server === 'nginx' ? await startPageNginx() : null;
    for (let visit = 0; visit < 2; visit += 1) {
      const fromMs = Date.now();
      await page.goto(nginx === null ? api.url : `http://127.0.0.1:${nginx.port}`);
      const sentMs = await readSent(page);
      // Whole seconds; nginx reads its clock once in a while.
      expect(sentMs).toBeGreaterThan(fromMs - 2_000);
      expect(sentMs).toBeLessThanOrEqual(Date.now());
    }
    await expect(page.locator('.digits')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exact time');
    nginx?.quit();
  });
}
