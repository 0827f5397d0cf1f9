import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { writeAddressDatabase } from '../../app/api/src/drop-in/address-database.fixture.ts';
import type { ApiProcess } from '../system/api-process.ts';
import { expectNoSidewaysScrolling } from './barriers.ts';
import { expect, test } from './page.fixture.ts';

const GEOIP_DATABASE = join(mkdtempSync(join(tmpdir(), 'docs-')), 'city.mmdb');
writeAddressDatabase(GEOIP_DATABASE, { '127.0.0': 'Asia/Tokyo', '192.0.2': 'Europe/Paris' });

/** Without those of addresses. */
const OPERATIONS = 20;
/** Two of worldtimeapi.org, and two of timeapi.io. */
const OF_ADDRESSES = 4;

async function openDocs(page: Page, api: ApiProcess, count: number): Promise<Locator> {
  await page.goto(`${api.url}/api/docs`);
  const operations = page.locator('.opblock');
  await expect(operations).toHaveCount(count);
  return operations;
}

/** Opens an operation and sends what its fields are filled with; the status of the answer. */
async function tryOut(operation: Locator): Promise<string> {
  await operation.getByRole('button').first().click();
  await operation.getByRole('button', { name: 'Try it out' }).click();
  await operation.getByRole('button', { name: 'Execute' }).click();
  const status = operation.locator('.live-responses-table tbody .response-col_status').first();
  await expect(status).toHaveText(/^\d{3}/, { timeout: 20_000 });
  return (await status.textContent()) ?? '';
}

test.describe('with a database of addresses', () => {
  test.use({ environment: { GEOIP_DATABASE } });

  test('each operation answers at the first click, but for the stream', async ({ api, page }) => {
    // Swagger UI takes seconds to draw each answer on a busy machine.
    test.setTimeout(180_000);
    const operations = await openDocs(page, api, OPERATIONS + OF_ADDRESSES);
    const statuses: Record<string, string> = {};
    for (const operation of await operations.all()) {
      const id = String(await operation.getAttribute('id')).replace(/.*-/, '');
      if (id === 'streamEvents') continue;
      statuses[id] = await tryOut(operation);
      // Each open one is drawn again with the next.
      await operation.getByRole('button').first().click();
    }
    expect(Object.keys(statuses)).toHaveLength(OPERATIONS + OF_ADDRESSES - 1);
    expect(Object.entries(statuses).filter(([, status]) => !/^2\d\d/.test(status))).toEqual([]);
  });
});

test('a stream of events offers no try, and says why', async ({ api, page }) => {
  await openDocs(page, api, OPERATIONS);
  const operation = page.locator('#operations-time-streamEvents');
  await operation.getByRole('button').first().click();
  await expect(operation).toContainText('so there is no "Try it out"');
  await expect(operation.getByRole('button', { name: 'Try it out' })).toHaveCount(0);
});

test('the documentation wears the dress of the page, and leads back to it', async ({
  api,
  page,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(api.url);
    const ground = () =>
      page.evaluate(() => {
        const { backgroundColor } = getComputedStyle(document.body);
        const isClear = backgroundColor === 'rgba(0, 0, 0, 0)';
        return isClear
          ? getComputedStyle(document.documentElement).backgroundColor
          : backgroundColor;
      });
    const ofPage = await ground();
    await openDocs(page, api, OPERATIONS);
    expect(await ground()).toBe(ofPage);
    await page.setViewportSize({ width: 320, height: 600 });
    await expectNoSidewaysScrolling(page);
    await page.setViewportSize({ width: 1_280, height: 720 });
  }
  // The theme that was chosen on the page counts here too.
  await page.evaluate(() => localStorage.setItem('theme', 'light'));
  await openDocs(page, api, OPERATIONS);
  await expect(page.locator('html')).not.toHaveClass(/dark-mode/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${api.url}/`);
});
