/// <reference lib="dom" />
import type { Page } from '@playwright/test';

/**
 * Adds up how far what is on a page moves, as browsers score it, from the time that it is opened on.
 * Only what is in view counts. Returns the function that reads it.
 */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let shift = 0;
    Object.assign(globalThis, { readShift: () => shift });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    // A picture, of one pixel, makes the browser draw, and so find out what moved.
    await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
    return page.evaluate(() => (globalThis as unknown as { readShift(): number }).readShift());
  };
}
