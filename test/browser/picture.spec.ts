import { expect, test } from './states.fixture.ts';

test('the exchanges are drawn, and said in words', async ({ page, server }) => {
  await page.goto(server.proxy.url);
  await page.getByText('How is this known?').click();
  await expect(page.getByRole('img')).toHaveAccessibleName(
    /^\d+ exchanges\. Alone, their bounds are ±\s[\d.]+\sm?s to ±\s[\d.]+\sm?s; together, the bound is ±\s[\d.]+\sm?s\.$/,
  );
  await expect(page.locator('.exchanges')).toHaveAttribute('d', /^(M[\d.]+ [\d.]+V[\d.]+)+$/);
  await expect(page.locator('.picture .known')).toHaveAttribute('d', /Z$/);
  await expect(page.getByText(/^(The round trip|Round trips) took /)).toBeVisible();
});

test('the picture is drawn again only when an exchange came', async ({ page, server }) => {
  await page.goto(server.proxy.url);
  await page.getByText('How is this known?').click();
  // The burst of the first exchanges is over: the next ones are 4 s apart.
  const exchanges = () =>
    page.evaluate(
      () =>
        performance.getEntriesByType('resource').filter(({ name }) => name.includes('/sync'))
          .length,
    );
  await expect.poll(exchanges, { timeout: 20_000 }).toBeGreaterThanOrEqual(9);
  const before = await exchanges();
  const drawn = await page.evaluate(async () => {
    let drawn = 0;
    const path = document.querySelector('.latest') as Element;
    new MutationObserver(() => (drawn += 1)).observe(path, { attributes: true });
    // Asks at once: the pace alone may leave all of these ticks without an exchange.
    dispatchEvent(new Event('online'));
    // Eight ticks of the page's only timer.
    const time = document.querySelector('time') as Element;
    for (let ticks = 0; ticks < 8; ) {
      await new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve();
        }).observe(time, { attributes: true });
      });
      ticks += 1;
    }
    return drawn;
  });
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThanOrEqual((await exchanges()) - before + 1);
});

test('the same stands in a table, which the keyboard opens and scrolls', async ({
  page,
  server,
}) => {
  await page.goto(server.proxy.url);
  await page.getByText('How is this known?').click();
  const summary = page.getByText('The exchanges in figures');
  await summary.focus();
  await page.keyboard.press('Enter');
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows.first()).toContainText(/\d:\d\d:\d\d.*ms.*[−+].*[−+]/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'The exchanges in figures' })).toBeFocused();
});
