import type { Engine } from './engine.ts';
import { openChromium, openFirefox } from './puppeteer-engine.ts';
import { openWebkit } from './webkit-engine.ts';

/** The engines to test in, by name. */
export const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  Chromium: openChromium,
  Firefox: openFirefox,
  WebKitGTK: openWebkit,
};
