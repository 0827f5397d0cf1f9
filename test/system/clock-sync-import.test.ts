import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSyncedClock } from '@dataiku-assessment/clock-sync';
import { startApi } from './api-process.ts';

test('the entry for browsers is imported where there is no document, and follows a server', async (t) => {
  assert.equal(globalThis.document, undefined);
  const api = await startApi();
  t.after(() => api.kill());
  const clock = createSyncedClock({ url: `${api.url}/api/v1/sync` });
  const { estimateMs, boundMs } = await clock.whenBoundBelow(1_000);
  assert.ok(Math.abs(estimateMs - Date.now()) <= boundMs + 2);
  clock.close();
});

test('a relative address is refused where there is nothing that it could be relative to', () => {
  assert.throws(() => createSyncedClock({ url: '/api/v1/sync' }), TypeError);
});
