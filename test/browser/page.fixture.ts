import { test as base, expect, type Page } from '@playwright/test';
import { type ApiProcess, startApi } from '../system/api-process.ts';

interface PageFixtures {
  /** Settings of the API, by environment variable. */
  readonly environment: Readonly<Record<string, string>>;
  /** The API as it ships, on loopback, serving the page. Ends with the test. */
  readonly api: ApiProcess;
  /** Set it where the test breaks the connection: the browser then logs requests that fail. */
  readonly mayLoseConnection: boolean;
  /** Set it where the test asks for what the API refuses: the browser logs that as well. */
  readonly mayBeRefused: boolean;
}

const LOST_CONNECTION =
  /^Failed to load resource: (net::ERR_|.* 503)|Failed to fetch dynamically imported module/;

const REFUSED = /^Failed to load resource: .* 40[049]/;

/** A test in a browser that fails on a console error, a CSP violation or a request elsewhere. */
export const test = base.extend<PageFixtures>({
  environment: [{}, { option: true }],
  api: async ({ environment }, use) => {
    const api = await startApi(environment);
    await use(api);
    await api.kill();
  },
  mayLoseConnection: [false, { option: true }],
  mayBeRefused: [false, { option: true }],
  page: async ({ page, mayLoseConnection, mayBeRefused }, use) => {
    const faults: string[] = [];
    const report = (fault: string) => {
      const isExpected =
        (mayLoseConnection && LOST_CONNECTION.test(fault)) || (mayBeRefused && REFUSED.test(fault));
      if (!isExpected) faults.push(fault);
    };
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') report(message.text());
    });
    page.on('pageerror', (error) => report(String(error)));
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== '127.0.0.1') faults.push(request.url());
    });
    await use(page);
    // What ends after the test is no fault of the page.
    await page.close();
    expect(faults).toEqual([]);
  },
});

/** One frame as the page shows it. */
export interface ShownFrame {
  /** The shown time, in ms since 1970, cut off after its last digit. */
  readonly shownMs: number;
  /** What that last digit is worth, in ms. */
  readonly digitMs: number;
  /** The shown bound, in ms. */
  readonly boundMs: number;
  /** This machine's clock when the frame was drawn, in ms: the server's as well. */
  readonly trueMs: number;
}

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000 };

/** The bound that a text such as `± 0.42 ms` states, in ms; no number when it states none. */
export function boundIn(text: string): number {
  const [, number, unit = ''] = /±\s([\d.]+)\s(m?s|min)/.exec(text) ?? [];
  return Number(number) * (UNITS_MS[unit] ?? Number.NaN);
}

/** Waits until React has replaced what the first script drew into the document. */
async function awaitReact(page: Page): Promise<void> {
  await page.locator('.connection').waitFor({ state: 'attached' });
}

/** Reads the next frames off the page, each right after it was drawn. */
export async function readFrames(page: Page, count: number): Promise<ShownFrame[]> {
  await awaitReact(page);
  const frames = await page.evaluate(async (count) => {
    const find = (selector: string) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`The page has no ${selector}.`);
      return element;
    };
    const time = find('time') as HTMLTimeElement;
    // The moment of the drawing itself: what the page does after it is no delay of the time.
    let drawnMs = Number.NaN;
    Object.defineProperty(time, 'dateTime', {
      configurable: true,
      get: () => time.getAttribute('datetime') ?? '',
      set(value: string) {
        time.setAttribute('datetime', value);
        drawnMs = Date.now();
      },
    });
    const readFrame = () => {
      const decimals = /\.(\d+)Z/.exec(time.dateTime)?.[1]?.length ?? 0;
      return {
        shownMs: Date.parse(time.dateTime),
        digitMs: 1_000 / 10 ** decimals,
        bound: find('.bound').textContent,
        trueMs: drawnMs,
      };
    };
    const frames: ReturnType<typeof readFrame>[] = [];
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(async () => {
        // What React renders of the same frame is written right after this.
        await Promise.resolve();
        frames.push(readFrame());
        if (frames.length < count) return;
        observer.disconnect();
        Reflect.deleteProperty(time, 'dateTime');
        resolve();
      });
      observer.observe(time, { attributes: true });
    });
    return frames;
  }, count);
  return frames.map(({ bound, ...frame }) => ({ ...frame, boundMs: boundIn(bound) }));
}

/** The reel of tenths in one frame of the browser. */
export interface ShownReel {
  /** What the reel shows, in ms since the second began. */
  readonly shownMs: number;
  /** This machine's clock at that frame, in ms since 1970: the server's as well. */
  readonly trueMs: number;
  readonly boundMs: number;
}

/** Reads the reel of tenths in the next frames of the browser. */
export async function readReels(page: Page, count: number): Promise<ShownReel[]> {
  await awaitReact(page);
  const reels = await page.evaluate(async (count) => {
    const reel = document.querySelector('.digits > :nth-child(7)') as Element;
    const reels = [];
    for (let frame = 0; frame < count; frame += 1) {
      const atMs = await new Promise<number>(requestAnimationFrame);
      const style = getComputedStyle(reel, '::after');
      const movedPx = -new DOMMatrix(style.transform).m42;
      reels.push({
        shownMs: Math.round((movedPx / Number.parseFloat(style.height)) * 10) * 100,
        trueMs: Date.now() - (performance.now() - atMs),
        bound: document.querySelector('.bound')?.textContent ?? '',
      });
    }
    return reels;
  }, count);
  return reels.map(({ bound, ...reel }) => ({ ...reel, boundMs: boundIn(bound) }));
}

/** `Date.now()` is whole ms, and a frame is read a little after it was drawn. */
const READING_MS = 1;

/**
 * Expects that the shown time agrees with a clock that is `aheadMs` ahead of this machine's. No frame
 * may be ahead by more than its bound and last digit allow; how late a frame is read is the machine's
 * business, so only the promptest one tells that none is behind.
 */
export function expectAgreement(frames: readonly ShownFrame[], aheadMs = 0): void {
  const behindMs = frames.map(({ shownMs, trueMs }) => trueMs + aheadMs - shownMs);
  for (const [index, { boundMs }] of frames.entries()) {
    expect(behindMs[index]).toBeGreaterThanOrEqual(-boundMs - READING_MS);
  }
  const slack = frames.map(
    ({ boundMs, digitMs }, index) => (behindMs[index] ?? Number.NaN) - boundMs - digitMs,
  );
  expect(Math.min(...slack)).toBeLessThanOrEqual(READING_MS);
}

export { expect };
