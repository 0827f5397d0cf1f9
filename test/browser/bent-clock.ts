import type { Page } from '@playwright/test';

/**
 * Bends the device's clock from the start and lets the test step it later. Its timers are left alone:
 * playwright's own clock would bend both, and empties the timing entries that exchanges rest on.
 */
export async function bendDeviceClock(page: Page, aheadMs: number): Promise<void> {
  await page.addInitScript((startMs) => {
    let aheadMs = startMs;
    const realNow = Date.now.bind(Date);
    const now = () => realNow() + aheadMs;
    globalThis.Date = new Proxy(Date, {
      construct: (target, values, newTarget) =>
        Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
      apply: () => new Date(now()).toString(),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    });
    const realInstant = Temporal.Now.instant.bind(Temporal.Now);
    Temporal.Now.instant = () => realInstant().add({ milliseconds: aheadMs });
    Object.assign(globalThis, { stepDeviceClock: (byMs: number) => (aheadMs += byMs) });
  }, aheadMs);
}

/** Sets the bent clock further by `byMs`. */
export async function stepDeviceClock(page: Page, byMs: number): Promise<void> {
  await untilWatched(page);
  await page.evaluate((byMs) => {
    (globalThis as unknown as { stepDeviceClock(byMs: number): void }).stepDeviceClock(byMs);
  }, byMs);
}

/** Makes the device sleep for `forMs` as a page sees it: its monotonic clock didn't count them. */
export async function sleepDevice(page: Page, forMs: number): Promise<void> {
  await untilWatched(page);
  await page.evaluate((forMs) => {
    const now = performance.now.bind(performance);
    performance.now = () => now() - forMs;
  }, forMs);
}

/** What watches the device loads with the parts below the reading. */
async function untilWatched(page: Page): Promise<void> {
  await page.locator('.zones').waitFor();
}
