import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as plainTest } from '@playwright/test';
import { startLoopbackServer } from '../system/loopback-server.ts';
import { bendDeviceClock } from './bent-clock.ts';
import { expect, test } from './page.fixture.ts';

const PACKAGE = fileURLToPath(new URL('../../packages/clock-sync/', import.meta.url));
const EXAMPLE = 'examples/countdown.html';

/** The library as it is built, and its examples, from a server that knows nothing else. */
async function servePackage() {
  const built = mkdtempSync(join(tmpdir(), 'clock-sync-built-'));
  execFileSync('tsc', ['-p', join(PACKAGE, 'tsconfig.build.json'), '--outDir', built]);
  return await startLoopbackServer((request, response) => {
    const { pathname } = new URL(String(request.url), 'http://localhost');
    const [, folder, file = ''] = /^\/(dist|examples)\/([\w./-]+)$/.exec(pathname) ?? [];
    if (folder === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = file.endsWith('.js') ? 'text/javascript' : 'text/html';
    const path = folder === 'dist' ? join(built, file) : join(PACKAGE, folder, file);
    response.setHeader('content-type', type).end(readFileSync(path));
  });
}

test('the countdown runs on a page of another origin, however wrong the device is', async ({
  api,
  page,
}) => {
  const pages = await servePackage();
  await bendDeviceClock(page, 3_600_000);
  const open = async (leftMs: number) => {
    const until = new Date(Date.now() + leftMs).toISOString();
    const query = new URLSearchParams({ server: api.url, until });
    await page.goto(`${pages.url}/${EXAMPLE}?${query}`);
  };
  const left = page.locator('#left');
  await open(60_000);
  await expect(left).toHaveText(/^\d{1,2} s ± \d+ ms$/);
  await open(1_000);
  await expect(left).toHaveText('It is time.');
  await page.close();
  await pages.close();
});

plainTest('the countdown says in a page from a file that it needs a server', async ({ page }) => {
  await page.goto(pathToFileURL(PACKAGE + EXAMPLE).href);
  await expect(page.locator('#left')).toHaveText(/open this page from a server\.$/);
});
