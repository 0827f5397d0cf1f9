import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import type { SyncAnswer, TimeAnswer } from '@dataiku-assessment/contract';
import { type ApiProcess, startApi } from './api-process.ts';
import { startChrony } from './chrony-server.ts';
import { libfaketime } from './libfaketime.ts';

const READINGS = 100;

/** An API process whose host clock is bent, beside a chronyd whose clock is true. */
interface BentApi extends ApiProcess {
  /** Sets its clock so far ahead of the true one, at once. */
  setAhead(seconds: number): Promise<void>;
}

async function startBentApi(t: TestContext, aheadSeconds: number): Promise<BentApi> {
  const chrony = await startChrony();
  t.after(chrony.stop);
  const folder = await mkdtemp(join(tmpdir(), 'bent-clock-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'faketime');
  const setAhead = (seconds: number) => writeFile(file, `${seconds < 0 ? '' : '+'}${seconds}\n`);
  await setAhead(aheadSeconds);
  const api = await startApi({
    CLOCK_SOURCES: 'ntp',
    NTP_SERVERS: chrony.name,
    LD_PRELOAD: libfaketime(),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  });
  t.after(api.kill);
  return { ...api, setAhead };
}

async function answerOf<T>(api: ApiProcess, path: string): Promise<T> {
  return (await fetch(`${api.url}${path}`)).json() as Promise<T>;
}

function trueNs(): bigint {
  return Temporal.Now.instant().epochNanoseconds;
}

/** This test's own clock is not bent: it is the truth. */
async function assertHoldsTheTruth(api: ApiProcess, aheadSeconds: number): Promise<void> {
  const truthNs = BigInt(-aheadSeconds) * 1_000_000_000n;
  for (let i = 0; i < READINGS; i += 1) {
    const beforeNs = trueNs();
    const { now, interval } = await answerOf<TimeAnswer>(api, '/api/v1/time');
    const afterNs = trueNs();
    assert.ok(interval !== null);
    const [earliestNs, nowNs, latestNs] = [interval.earliest, now, interval.latest].map(
      (instant) => Temporal.Instant.from(instant).epochNanoseconds,
    ) as [bigint, bigint, bigint];
    assert.ok(earliestNs <= afterNs && beforeNs <= latestNs);
    assert.ok(earliestNs <= nowNs && nowNs <= latestNs);
    const sync = await answerOf<SyncAnswer>(api, '/api/v1/sync?nonce=q83vEjRWeJCrze8SNFZ4kA');
    const { minNs, maxNs } = sync.utcMinusHost ?? { minNs: '1', maxNs: '0' };
    assert.ok(BigInt(minNs) <= truthNs && truthNs <= BigInt(maxNs), `${minNs} … ${maxNs}`);
  }
}

/** Waits until the clock is synchronized, looking at each second that the API announces. */
async function synchronizedAgain(api: ApiProcess): Promise<void> {
  const { body } = await fetch(`${api.url}/api/v1/events?ticks=true`);
  assert.ok(body !== null);
  for await (const _tick of body) {
    const { clock } = await answerOf<TimeAnswer>(api, '/api/v1/time');
    if (clock.status === 'synchronized') return;
  }
}

/** An API process whose clocks gain so many ppm on a chronyd that is true, asked as often as may be. */
async function startDriftingApi(t: TestContext, gainPpm: number): Promise<ApiProcess> {
  const chrony = await startChrony();
  t.after(chrony.stop);
  const api = await startApi({
    CLOCK_SOURCES: 'ntp',
    NTP_SERVERS: chrony.name,
    NTP_POLL_SECONDS: '16',
    LD_PRELOAD: libfaketime(),
    FAKETIME: `+0 x${1 + gainPpm / 1e6}`,
  });
  t.after(api.kill);
  return api;
}

/** How many of the answers during one poll exclude UTC, looking at each second that the API announces. */
async function falseAnswers(api: ApiProcess): Promise<{ asked: number; excluded: number }> {
  const { body } = await fetch(`${api.url}/api/v1/events?ticks=true`);
  assert.ok(body !== null);
  let [asked, excluded, ageMs] = [0, 0, 0];
  for await (const _tick of body) {
    const beforeNs = trueNs();
    const { interval, clock } = await answerOf<TimeAnswer>(api, '/api/v1/time');
    const afterNs = trueNs();
    // The burst at the start is over, and so is the first poll.
    if (ageMs > 10_000 && clock.readingAgeMs !== null && clock.readingAgeMs < ageMs) break;
    ageMs = clock.readingAgeMs ?? 0;
    if (interval === null) continue;
    const [earliestNs, latestNs] = [interval.earliest, interval.latest].map(
      (instant) => Temporal.Instant.from(instant).epochNanoseconds,
    ) as [bigint, bigint];
    asked += 1;
    if (earliestNs > afterNs || latestNs < beforeNs) excluded += 1;
  }
  return { asked, excluded };
}

describe('a host clock that drifts', { concurrency: true }, () => {
  for (const gainPpm of [100, -450]) {
    test(`the interval holds UTC though the host clock gains ${gainPpm} ppm`, async (t) => {
      const api = await startDriftingApi(t, gainPpm);
      await api.logged(/"the clock is synchronized"/);
      const { asked, excluded } = await falseAnswers(api);
      assert.ok(asked > 10, `${asked} answers`);
      assert.equal(excluded, 0);
      const { clock } = await answerOf<TimeAnswer>(api, '/api/v1/time');
      assert.ok(clock.driftPpm > Math.abs(gainPpm), `a drift limit of ${clock.driftPpm} ppm`);
      const metrics = await (await fetch(`${api.managementUrl}/metrics`)).text();
      assert.match(metrics, /^ntp_contradictions_total\{[^}]*\} 0$/m);
    });
  }
});

for (const aheadSeconds of [90, -3600]) {
  test(`the interval holds UTC though the host clock is ${aheadSeconds} s ahead`, async (t) => {
    const api = await startBentApi(t, aheadSeconds);
    await api.logged(/"the clock is synchronized"/);
    await assertHoldsTheTruth(api, aheadSeconds);
  });
}

test('a step changes the base, is logged and counted, and is followed by a true interval', async (t) => {
  const api = await startBentApi(t, 0);
  await api.logged(/"the clock is synchronized"/);
  const { clock: before } = await answerOf<TimeAnswer>(api, '/api/v1/time');

  await api.setAhead(90);
  const { clock: stepped, interval } = await answerOf<TimeAnswer>(api, '/api/v1/time');
  const stepMs = Number(BigInt(stepped.baseNs) - BigInt(before.baseNs)) / 1e6;
  assert.ok(Math.abs(stepMs - 90_000) < 1, `a step of ${stepMs} ms`);
  assert.equal(interval, null);
  assert.equal(stepped.reason, 'the host clock was set, and no NTP server has answered since');
  const logged = JSON.parse(await api.logged(/"the host clock was stepped/));
  assert.ok(Math.abs(logged.stepMs - 90_000) < 1);

  await synchronizedAgain(api);
  await assertHoldsTheTruth(api, 90);
  const metrics = await (await fetch(`${api.managementUrl}/metrics`)).text();
  assert.match(metrics, /^clock_steps_total 1$/m);
});
