import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callAt } from '@dataiku-assessment/clock-sync/call-at';
import { createSyncedClock } from '@dataiku-assessment/clock-sync/node';
import { startApi } from './api-process.ts';

test("the Node clock's interval contains the clock of the host that it asks", async (t) => {
  const api = await startApi();
  t.after(api.kill);
  const clock = createSyncedClock({ url: `${api.url}/api/v1/sync` });
  t.after(() => clock.close());

  await new Promise<void>((resolve) => {
    clock.subscribe(() => clock.getState().samples.length >= 8 && resolve());
  });
  assert.equal(clock.getState().connection, 'online');
  assert.equal(clock.getState().lastReset, null);

  // The API runs on this machine, so its host clock is this process's as well. It is read between
  // two readings of the interval, which must hold it from either side.
  const before = clock.toServer();
  const hostMs = Number(Temporal.Now.instant().epochNanoseconds) / 1e6;
  const after = clock.toServer();
  assert.ok(before !== null && after !== null);
  assert.ok(before.earliestMs <= hostMs && hostMs <= after.latestMs);
});

test("calls when the server's clock reaches an instant, and surely has, by Node's own timers", async (t) => {
  const api = await startApi({ CLOCK_SOURCES: 'none' });
  t.after(api.kill);
  const clock = createSyncedClock({ url: `${api.url}/api/v1/sync` });
  t.after(() => clock.close());
  const { estimateMs } = await clock.whenBoundBelow(60_000);

  const instantMs = estimateMs + 300;
  const scale = 'host';
  await new Promise<void>((resolve) => callAt(clock, instantMs, resolve));
  const reached = clock.now();
  assert.ok(reached !== null && reached.estimateMs >= instantMs);
  await new Promise<void>((resolve) => {
    callAt(clock, instantMs + 300, resolve, { scale, surely: true });
  });
  assert.equal(clock.compare(instantMs + 300, { scale }), 'passed');
});
