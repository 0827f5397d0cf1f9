import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startApi } from '../system/api-process.ts';
import { bundle } from '../system/bundle.ts';
import { startDelayingProxy } from './delaying-proxy.ts';
import type { Engine } from './engine.ts';
import { ENGINES } from './engines.ts';
import type { Round, Rounds } from './rounds-in-page.ts';

/** On each of six ways and loads: 102 for each engine. */
const ROUNDS = 17;
const DELAY_MS = 30;
/** What a browser may take off its wall clock and its timer, in ms. */
const READING_MS = 0.1;

const script = await bundle(new URL('rounds-in-page.ts', import.meta.url), 'rounds');
const api = await startApi();
const slowUp = await startDelayingProxy(api.port, { upMs: DELAY_MS, downMs: 0 });
const slowDown = await startDelayingProxy(api.port, { upMs: 0, downMs: DELAY_MS });
after(() => Promise.all([slowUp.close(), slowDown.close(), api.kill()]));

const WAYS = {
  'on the direct way': api.url,
  [`with ${DELAY_MS} ms more on the way there`]: slowUp.url,
  [`with ${DELAY_MS} ms more on the way back`]: slowDown.url,
};

async function runRounds({ page }: Engine, { url, ...rest }: Rounds): Promise<Round[]> {
  // A page of the API, so that the browser's timers are as fine as they are on the page itself.
  await page.open(`${url}/api/docs`);
  await page.run(`(() => { ${script}; globalThis.rounds = rounds; })()`);
  const rounds: Rounds = { url: `${url}/api/v1/sync`, ...rest };
  return page.run(`rounds.runRounds(${JSON.stringify(rounds)})`);
}

function summaryOf(rounds: readonly Round[]): string {
  const outside = rounds.filter(({ outsideMs }) => outsideMs > READING_MS);
  const worstMs = Math.max(...rounds.map(({ outsideMs }) => outsideMs));
  const bounds = rounds.map(({ boundMs }) => boundMs).sort((a, b) => a - b);
  const resets = rounds.flatMap(({ reset }) => reset ?? []);
  return [
    `outside: ${outside.length} of ${rounds.length}, by ${worstMs.toFixed(3)} ms at most`,
    `median bound: ${bounds[bounds.length >> 1]?.toFixed(3)} ms`,
    `resets: ${resets.length} ${resets[0] ?? ''}`,
  ].join('; ');
}

for (const [name, open] of Object.entries(ENGINES)) {
  describe(name, () => {
    let engine: Engine;
    before(async () => {
      engine = await open();
    });
    after(() => engine.close());
    for (const [way, url] of Object.entries(WAYS)) {
      for (const isBusy of [false, true]) {
        const load = isBusy ? 'busy' : 'idle';
        test(`the truth stays inside ${way}, main thread ${load}`, async (t) => {
          const rounds = await runRounds(engine, { url, count: ROUNDS, isBusy });
          const summary = summaryOf(rounds);
          t.diagnostic(`${engine.name}, ${way}, ${load}: ${summary}`);
          const isSound = rounds.every(({ outsideMs }) => outsideMs <= READING_MS);
          assert.ok(isSound && rounds.every(({ reset }) => reset === null), summary);
        });
      }
    }
  });
}
