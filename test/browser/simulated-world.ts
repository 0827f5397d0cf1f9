/// <reference lib="dom" />
import type { SyncAnswer } from '@dataiku-assessment/contract';
import type { Page } from '@playwright/test';
import { type SimulatedStatus, SYNCHRONIZED } from './server-states.ts';

/** When the simulation begins. */
const START_MS = Date.UTC(2026, 10, 24, 9, 41, 7);
/** Long enough for the page to do what it puts off until the browser is idle, in ms. */
const IDLE_MS = 500;
/** How long it takes until the page is open, with all of its parts, in ms. */
const OPENED_MS = 4_000;

/** The parts of the page, as it draws them one after the other. */
const STAGES = [
  '.actions',
  '.zones',
  '.device-line',
  '.programs',
  '.countdown',
  '.known-how',
  'footer',
];

/** The server of a simulated world. Each field may be set while the page is open. */
interface SimulatedServer extends SimulatedStatus {
  /** `silent`: its answers never come. */
  readonly link: 'up' | 'down' | 'silent';
  /** How much longer than else each question is under way, in ms. */
  readonly delayMs: number;
  /** How far its host clock is ahead of the device's, in ms. */
  readonly aheadMs: number;
}

/** A page in a world of its own, where time runs only when it is told to. */
export interface SimulatedWorld {
  /** Lets the world's time run on, with all that happens meanwhile. */
  run(forMs: number): Promise<void>;
  /** Opens the page, and lets it draw all of its parts. */
  open(url: string): Promise<void>;
  /** From now on, also when the page is opened again. */
  setServer(changed: Partial<SimulatedServer>): Promise<void>;
  /** How many exchanges the page began since it was opened. */
  countExchanges(): Promise<number>;
}

/**
 * Puts a page that is yet to be opened into a world where the same happens in each run: Playwright's
 * clock is its time, and a server in the page itself answers exchanges, each after the same delay as
 * in any other run. There are no events; all else still comes from the page's own server.
 */
export async function simulateWorld(page: Page): Promise<SimulatedWorld> {
  await page.clock.install({ time: START_MS });
  // A clock that was installed runs by itself until it is paused, which takes it forward.
  await page.clock.pauseAt(START_MS + 1_000);
  const server: SimulatedServer = { link: 'up', delayMs: 0, aheadMs: 0, ...SYNCHRONIZED };
  await page.addInitScript(answerExchanges, server);
  const run = (forMs: number) => page.clock.runFor(forMs);
  return {
    run,
    async open(url) {
      await page.goto(url);
      // React's: the document has the rest before it.
      await page.locator('.connection').waitFor({ state: 'attached' });
      for (const part of STAGES) {
        await run(IDLE_MS);
        await page.locator(part).waitFor();
      }
      await run(OPENED_MS - STAGES.length * IDLE_MS);
    },
    async setServer(changed) {
      await page.addInitScript(changeServer, changed);
      await page.evaluate(changeServer, changed);
    },
    countExchanges: () => page.evaluate(() => simulated().exchanges),
  };
}

/** What stands in the page's global object. */
interface Simulated {
  server: SimulatedServer;
  exchanges: number;
}

/** Runs in the page, before it. */
function answerExchanges(server: SimulatedServer): void {
  const simulated: Simulated = { server, exchanges: 0 };
  // How long the question and the answer are under way, in ms, one exchange after the other.
  const ways = [34, 19, 9, 11, 21, 8, 7, 9, 12, 30, 8, 7, 11, 10, 26, 9];
  const clockMs = performance.now.bind(performance);
  const epochMs = Date.now() - clockMs();
  // Playwright's clock has steps of 1 ms. The clock library measures the step first: here, about 1 µs. A
  // power of two keeps the sums exact; otherwise a round trip of 53 ms could be rounded up to 54.
  let readings = 0;
  performance.now = () => clockMs() + Math.min(readings++, 10) / 1_024;

  // Retries are spread at random.
  Math.random = () => 0.5;

  const wait = (ms?: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const toNs = (ms: number) => String(BigInt(Math.round(ms * 1e3)) * 1_000n);
  const answer = (nonce: string): SyncAnswer => {
    const { utcMs, status, reason, aheadMs } = simulated.server;
    const hostNs = toNs(epochMs + clockMs() + aheadMs);
    return {
      nonce,
      receivedNs: hostNs,
      sentNs: hostNs,
      stepNs: '1000',
      utcMinusHost: utcMs && { minNs: toNs(utcMs.min), maxNs: toNs(utcMs.max) },
      clock: {
        status,
        reason,
        source: 'ntp',
        id: '7d55957f9e1cdf4d8c716426fbc557af',
        baseNs: '0',
        utcMinusHostNs: utcMs && toNs((utcMs.min + utcMs.max) / 2),
        readingAgeMs: 0,
        driftPpm: 50,
        leap: 'none',
        taiOffsetSeconds: null,
        authenticated: utcMs && false,
      },
    };
  };
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, options) => {
    const { pathname, searchParams } = new URL(String(input), location.href);
    if (pathname !== '/api/v1/sync') return realFetch(input, options);
    const turn = (2 * simulated.exchanges) % ways.length;
    simulated.exchanges += 1;
    const { link, delayMs } = simulated.server;
    if (link === 'silent') await new Promise(() => {});
    if (link === 'down') throw new TypeError('Failed to fetch');
    await wait(delayMs + (ways[turn] ?? 0));
    const body = JSON.stringify(answer(searchParams.get('nonce') ?? ''));
    await wait(ways[turn + 1]);
    // A real answer is read in tasks of the browser, which don't wait for the simulated time.
    return { status: 200, headers: new Headers(), text: async () => body } as Response;
  };
  class NoEvents extends EventTarget {
    close() {}
  }
  Object.assign(globalThis, { simulated: () => simulated, EventSource: NoEvents });
}

declare function simulated(): Simulated;

/** Runs in the page, which may be yet to be opened. */
function changeServer(changed: Partial<SimulatedServer>): void {
  if ('simulated' in globalThis) Object.assign(simulated().server, changed);
}
