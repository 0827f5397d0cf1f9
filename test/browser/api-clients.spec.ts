import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { expect, test } from './page.fixture.ts';

const require = createRequire(import.meta.url);
const TIMESYNC = require.resolve('timesync/dist/timesync.min.js');

/** What the timesync package makes of itself in a page. */
interface Timesync {
  create(options: object): {
    on(event: 'change' | 'error', callback: (value: unknown) => void): void;
    sync(): Promise<void>;
    destroy(): void;
  };
}

test('the timesync package synchronises from a page of another origin', async ({ api, page }) => {
  const elsewhere = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<link rel="icon" href="data:,">');
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  await page.addScriptTag({ path: TIMESYNC });
  const offsetMs = await page.evaluate(async (server) => {
    const { timesync } = window as unknown as { timesync: Timesync };
    const client = timesync.create({ server, interval: null, repeat: 5, delay: 1 });
    const changed = new Promise<number>((resolve, reject) => {
      client.on('change', (offset) => resolve(Number(offset)));
      client.on('error', reject);
    });
    await client.sync();
    client.destroy();
    return await changed;
  }, `${api.url}/api/timesync`);
  // The API runs on this machine: its clock is the page's as well.
  expect(Math.abs(offsetMs)).toBeLessThan(1000);
  elsewhere.close();
});
