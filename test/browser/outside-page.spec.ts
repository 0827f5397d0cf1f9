import { bundle } from '../system/bundle.ts';
import { startLoopbackServer } from '../system/loopback-server.ts';
import { expect, test } from './page.fixture.ts';

const LIBRARY = new URL('../../packages/clock-sync/src/browser.ts', import.meta.url);

/** What the worker does: follows the server, and tells each of its clients what it found. */
const FOLLOW = `
  const tell = async (port) => {
    const clock = clockSync.createSyncedClock({ url: API + '/api/v1/sync' });
    const { estimateMs, boundMs } = await clock.whenBoundBelow(1_000);
    clock.close();
    port.postMessage({ aheadMs: estimateMs - Date.now(), boundMs });
  };`;

const WORKERS = {
  'a dedicated worker': {
    script: 'tell(self);',
    start: `const worker = new Worker('/worker.js', { type: 'module' });
      worker.onmessage = resolve; worker.onerror = reject;`,
  },
  'a shared worker': {
    script: 'self.onconnect = ({ ports }) => tell(ports[0]);',
    start: `const { port } = new SharedWorker('/worker.js', { type: 'module' });
      port.onmessage = resolve;`,
  },
  'a service worker': {
    script: 'self.onmessage = (event) => event.waitUntil(tell(event.source));',
    start: `navigator.serviceWorker.onmessage = resolve;
      navigator.serviceWorker.startMessages();
      navigator.serviceWorker.register('/worker.js', { type: 'module' }).then(
        () => navigator.serviceWorker.ready).then(({ active }) => active.postMessage(''), reject);`,
  },
};

for (const [what, { script, start }] of Object.entries(WORKERS)) {
  test(`the library follows the server from ${what} of another origin`, async ({ api, page }) => {
    const library = await bundle(LIBRARY, 'clockSync');
    const elsewhere = await startLoopbackServer((request, response) => {
      const isWorker = request.url === '/worker.js';
      response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html');
      const worker = `const API = '${api.url}';${library};${FOLLOW};${script}`;
      response.end(isWorker ? worker : '<link rel="icon" href="data:,">');
    });
    await page.goto(elsewhere.url);
    const found = await page.evaluate<{ aheadMs: number; boundMs: number }>(
      `new Promise((resolve, reject) => { ${start} }).then(({ data }) => data)`,
    );
    // The API runs on this machine: its clock is the worker's as well, in whole ms.
    expect(Math.abs(found.aheadMs)).toBeLessThanOrEqual(found.boundMs + 2);
    await page.close();
    await elsewhere.close();
  });
}
