import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { test } from 'node:test';
import { Tick } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { startApi } from './api-process.ts';

test('a ticking stream tells each whole second once, after it began', async (t) => {
  const api = await startApi();
  t.after(api.kill);
  const [stream] = await once(get(`${api.url}/api/v1/events?ticks=true`), 'response');
  const ticks: Tick[] = [];
  let text = '';
  for await (const chunk of stream) {
    text += chunk;
    const found = [...text.matchAll(/event: tick\ndata: (.*)\n\n/g)];
    ticks.splice(0, ticks.length, ...found.map(([, json = '']) => JSON.parse(json)));
    if (ticks.length >= 3) break;
  }

  for (const tick of ticks) {
    assert.deepEqual([...Value.Errors(Tick, tick)], []);
    assert.match(tick.second, /\.000000000Z$/);
    assert.ok(BigInt(tick.latenessNs) >= 0n);
  }
  const seconds = ticks.map(({ second }) => Date.parse(second) / 1_000);
  // A machine that stands still for over a second may miss one, and none comes twice.
  for (const [index, second] of seconds.entries()) {
    if (index > 0) assert.ok(second > (seconds[index - 1] ?? Number.NaN));
  }
});
