import type { Page } from '@playwright/test';
import { expectNoSidewaysScrolling, expectNoViolation } from './barriers.ts';
import { bendDeviceClock, stepDeviceClock } from './bent-clock.ts';
import { SERVER_STATES } from './server-states.ts';
import { expect, test } from './states.fixture.ts';

test.use({ mayLoseConnection: true, locale: 'en-GB' });
test.slow();

/** Of several tabs, Tab reaches the chosen one. */
const CONTROLS = ':is(button, summary, select, input, a):not([tabindex="-1"])';

const ZONES = '/?zones=Asia/Tokyo,America/New_York&until=2099-12-31T23:59:59Z';

async function expectNoBarrier(page: Page, url: string, words: string): Promise<void> {
  await page.goto(url);
  await expect(page.locator('.statements')).toContainText(words);
  await expect(page.getByRole('timer')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoViolation(page);
  }
  // 640 px at 200 %, and the narrowest phone.
  await page.setViewportSize({ width: 320, height: 600 });
  await expectNoSidewaysScrolling(page);
}

test('the connecting state has no barrier, light and dark, from 320 px on', async ({
  page,
  server,
}) => {
  await page.route('**/api/v1/sync*', () => new Promise(() => {}));
  await expectNoBarrier(page, server.proxy.url + ZONES, 'Asking the server for the time');
});

for (const [state, { simulated, words }] of Object.entries(SERVER_STATES)) {
  test(`the ${state} state has no barrier, light and dark, from 320 px on`, async ({
    page,
    server,
  }) => {
    Object.assign(server, simulated);
    await expectNoBarrier(page, server.proxy.url + ZONES, words);
  });
}

test('a stepped device, a contradiction and a lost server have no barrier', async ({
  api,
  page,
  server,
}) => {
  await bendDeviceClock(page, 0);
  await page.goto(server.proxy.url + ZONES);
  await expect(page.locator('.device-offset')).toContainText('agrees with UTC');
  await stepDeviceClock(page, 3_600_000);
  await expect(page.locator('.incident')).toContainText('set forward');
  await expectNoViolation(page);
  await expectNoSidewaysScrolling(page);
  server.aheadMs = 3_000;
  await expect(page.locator('.incident')).toContainText('disagree', { timeout: 20_000 });
  await expectNoViolation(page);
  await api.kill();
  await expect(page.getByRole('status')).toContainText('has given no time', { timeout: 20_000 });
  await expectNoViolation(page);
});

test('opened parts have no barrier: the search, the buttons, the table, the evidence', async ({
  page,
  server,
}) => {
  await page.goto(server.proxy.url + ZONES);
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByText('How is this known?').click();
  await page.getByText('The exchanges in figures').click();
  await page.getByLabel('A place, a time, or paste anything').fill('paris');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await expectNoViolation(page);
  await page.setViewportSize({ width: 320, height: 600 });
  await expectNoSidewaysScrolling(page);
});

test('every control is reached by keyboard, shows its focus, and is large enough', async ({
  page,
  server,
}) => {
  await page.goto(server.proxy.url + ZONES);
  await page.getByRole('button', { name: 'Arrange' }).click();
  await expect(page.getByRole('button', { name: 'Remove Tokyo' })).toBeVisible();
  const controls = await page.locator(CONTROLS).count();
  await page.locator('summary').first().focus();
  await page.keyboard.press('Shift+Tab');
  const seen = new Set<string>();
  for (let presses = 0; presses < controls + 12; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate((controls) => {
      const element = document.activeElement as HTMLElement;
      const { width, height } = element.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const index = [...document.querySelectorAll(controls)].indexOf(element);
      return {
        index,
        html: element.outerHTML.slice(0, 80),
        size: Math.min(width, height),
        outline: `${outlineStyle} ${outlineWidth}`,
      };
    }, CONTROLS);
    if (focused.index === -1) continue;
    seen.add(String(focused.index));
    expect(focused.outline, focused.html).toBe('solid 2px');
    // WCAG 2.2, 2.5.8.
    expect(focused.size).toBeGreaterThanOrEqual(24);
  }
  expect(seen.size).toBe(controls);
});

test('exchanges that change nothing are not announced', async ({ page, server }) => {
  await page.goto(server.proxy.url);
  await expect(page.getByRole('status')).toHaveText('Connected.');
  await page.getByText('How is this known?').click();
  await expect(page.locator('.latest')).toHaveAttribute('d', /V/);
  const announced = await page.evaluate(async () => {
    let announced = 0;
    for (const region of document.querySelectorAll('[aria-live], [role=status], [role=alert]')) {
      new MutationObserver((changes) => (announced += changes.length)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
    // Exchanges, not minutes, are what could chatter: a few of them stand for all.
    const latest = document.querySelector('.latest') as Element;
    for (let redrawn = 0; redrawn < 3; redrawn += 1) {
      await new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe(latest, { attributes: true });
      });
    }
    return announced;
  });
  expect(announced).toBe(0);
});
