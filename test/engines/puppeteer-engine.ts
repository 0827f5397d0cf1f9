import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import type { Engine } from './engine.ts';

const MINUTE_MS = 60_000;

/** Debian's Chromium, over its own protocol. */
export function openChromium(): Promise<Engine> {
  return open('Chromium', {
    browser: 'chrome',
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // Chromium's sandbox needs rights that root in a container does not have.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

/** Debian's Firefox ESR, over WebDriver BiDi. */
export function openFirefox(): Promise<Engine> {
  return open('Firefox', { browser: 'firefox', executablePath: '/usr/bin/firefox-esr' });
}

async function open(name: string, options: LaunchOptions): Promise<Engine> {
  // Firefox refuses to start where its home belongs to somebody else.
  const home = await mkdtemp(join(tmpdir(), 'engine-'));
  const browser = await puppeteer.launch({
    ...options,
    env: { ...process.env, HOME: home },
    protocolTimeout: 5 * MINUTE_MS,
  });
  const page = await browser.newPage();
  return {
    name: `${name} ${/[\d.]+/.exec(await browser.version())}`,
    page: {
      async open(url) {
        await page.goto(url, { timeout: MINUTE_MS });
      },
      run: async <Value>(expression: string) => (await page.evaluate(expression)) as Value,
      async type(selector, text) {
        await page.focus(selector);
        await page.keyboard.type(text);
      },
    },
    async close() {
      await browser.close();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
