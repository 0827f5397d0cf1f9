import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startApi } from '../system/api-process.ts';
import { forward } from '../system/forward.ts';
import { startLoopbackServer } from '../system/loopback-server.ts';
import { type Engine, waitUntil } from './engine.ts';
import { ENGINES } from './engines.ts';

const HOUR_MS = 3_600_000;

/** Every engine tells a page of its own errors; not every driver passes them on. */
const WATCH_ERRORS = `
  globalThis.faults = [];
  const report = (fault) => faults.push(String(fault));
  for (const level of ['error', 'warn']) console[level] = (...parts) => report(parts.join(' '));
  addEventListener('error', ({ message, target }) => {
    // Firefox says so of a module that was loaded before its preload: no fault of the page.
    if (target.rel !== 'modulepreload') report(message ?? 'not loaded: ' + target.outerHTML);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => report(reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective }) => report(violatedDirective));`;

const api = await startApi();
/** The API, with a script in the page that comes before its own. */
const watched = await startLoopbackServer(async (incoming, outgoing) => {
  const { url = '/' } = incoming;
  if (url === '/watch-errors.js') {
    outgoing.setHeader('content-type', 'text/javascript').end(WATCH_ERRORS);
  } else if (/^\/(\?|$)/.test(url)) {
    const page = await fetch(api.url);
    outgoing.setHeader(
      'content-security-policy',
      String(page.headers.get('content-security-policy')),
    );
    outgoing.setHeader('content-type', 'text/html');
    const html = await page.text();
    outgoing.end(html.replace('<head>', '<head><script src="/watch-errors.js"></script>'));
  } else {
    forward(incoming, outgoing, { port: api.port });
  }
});
after(() => Promise.all([watched.close(), api.kill()]));

for (const [name, open] of Object.entries(ENGINES)) {
  describe(name, () => {
    let engine: Engine;
    before(async () => {
      engine = await open();
    });
    after(() => engine.close());

    const visit = async (query = '') => {
      await engine.page.open(`${watched.url}/${query}`);
      await waitUntil(engine.page, `document.querySelector('time')?.dateTime`);
    };
    const expectNoFaults = async () => {
      assert.deepEqual(await engine.page.run('faults'), []);
    };

    test('the page shows the time of the server', async () => {
      await visit();
      await waitUntil(
        engine.page,
        `/^Your device agrees with/.test(document.querySelector('.device-offset')?.textContent)`,
      );
      const behindMs: number = await engine.page.run(
        `Date.now() - Date.parse(document.querySelector('time').dateTime)`,
      );
      // The last frame may be some time ago on a busy machine, but never ahead.
      assert.ok(behindMs > -100 && behindMs < 10_000, `${behindMs} ms behind`);
      await expectNoFaults();
    });

    test('a city is found and pinned', async () => {
      await visit();
      await waitUntil(engine.page, `document.querySelector('[role=combobox]')`);
      await engine.page.type('[role=combobox]', 'kath');
      await waitUntil(
        engine.page,
        `document.querySelector('[role=option]')?.textContent.includes('Kathmandu')`,
      );
      await engine.page.type('[role=combobox]', '\n');
      // After the places that a newcomer starts with.
      await waitUntil(engine.page, `/[=,]Asia\\/Kat(h)?mandu/.test(location.search)`);
      await expectNoFaults();
    });

    test('the countdown runs', async () => {
      const untilMs = Date.now() + 50 * HOUR_MS;
      await visit(`?until=${new Date(untilMs).toISOString()}`);
      await waitUntil(
        engine.page,
        `/^2 days 0[12]:\\d\\d:\\d\\d$/.test(document.querySelector('[role=timer]')?.textContent)`,
      );
      await expectNoFaults();
    });

    test('the theme is chosen, and there after a reload', async () => {
      await visit();
      const choice = `document.querySelector('select:has([value=dark])')`;
      await waitUntil(engine.page, choice);
      await engine.page.run(`(() => {
        ${choice}.value = 'dark';
        ${choice}.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
      await waitUntil(engine.page, `document.documentElement.dataset.theme === 'dark'`);
      await visit();
      const ground = await engine.page.run(
        'getComputedStyle(document.documentElement).backgroundColor',
      );
      assert.equal(ground, 'rgb(16, 19, 21)');
      await expectNoFaults();
    });
  });
}
