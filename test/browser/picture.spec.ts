import { expect, test } from './states.fixture.ts';

test('the exchanges are drawn, and said in words', async ({ page, server }) => {
  await page.goto(server.proxy.url);
  await expect(page.getByRole('img')).toHaveAccessibleName(
    /^\d+ exchanges\. Alone they leave from ± [\d.]+\s[mµ]?s to ± [\d.]+\s[mµ]?s possible, together ± [\d.]+\s[mµ]?s\.$/,
  );
  await expect(page.locator('.exchanges')).toHaveAttribute('d', /^(M[\d.]+ [\d.]+V[\d.]+)+$/);
  await expect(page.locator('.intersection')).toHaveAttribute('d', /Z$/);
  await expect(page.getByText(/^There and back took /)).toBeVisible();
  expect(await page.locator('.bars span').count()).toBeGreaterThan(0);
});

test('the picture is drawn again only when an exchange came', async ({ page, server }) => {
  await page.goto(server.proxy.url);
  await expect(page.locator('.exchanges')).toBeAttached();
  const { drawn, exchanges } = await page.evaluate(async () => {
    let drawn = 0;
    const path = document.querySelector('.latest') as Element;
    new MutationObserver(() => (drawn += 1)).observe(path, { attributes: true });
    const before = performance.getEntriesByType('resource').length;
    // Ten ticks of the page's only timer.
    const time = document.querySelector('time') as Element;
    for (let ticks = 0; ticks < 10; ) {
      await new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe(time, { attributes: true });
      });
      ticks += 1;
    }
    const after = performance.getEntriesByType('resource').length;
    return { drawn, exchanges: after - before };
  });
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThanOrEqual(exchanges + 1);
});

test('the same stands in a table, which the keyboard opens and scrolls', async ({
  page,
  server,
}) => {
  await page.goto(server.proxy.url);
  const summary = page.getByText('The exchanges in figures');
  await summary.focus();
  await page.keyboard.press('Enter');
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows.first()).toContainText(/\d:\d\d:\d\d.*ms.*[−+].*[−+]/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'The exchanges in figures' })).toBeFocused();
});
