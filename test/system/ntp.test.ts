import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { SyncAnswer, TimeAnswer } from '@dataiku-assessment/contract';
import {
  type Answer,
  type FakeServer,
  startFakeServer,
  timeAhead,
} from '../../app/api/src/ntp/fake-server.fixture.ts';
import { type ApiProcess, startApi } from './api-process.ts';
import { type ChronyServer, startChrony } from './chrony-server.ts';
import { freeUdpPort } from './free-port.ts';

const LIE_NS = 300_000_000n;
const READINGS = 200;

async function chrony(t: TestContext): Promise<ChronyServer> {
  const server = await startChrony();
  t.after(server.stop);
  return server;
}

async function fake(t: TestContext, answer: Answer): Promise<FakeServer & { name: string }> {
  const server = await startFakeServer(answer);
  t.after(server.close);
  return { ...server, name: `${server.address}:${server.port}` };
}

async function apiWith(t: TestContext, ...servers: string[]): Promise<ApiProcess> {
  const api = await startApi({ CLOCK_SOURCES: 'ntp', NTP_SERVERS: servers.join() });
  t.after(api.kill);
  return api;
}

async function timeOf(api: ApiProcess): Promise<TimeAnswer> {
  return (await fetch(`${api.url}/api/v1/time`)).json() as Promise<TimeAnswer>;
}

async function metricsOf(api: ApiProcess): Promise<string[]> {
  const answer = await fetch(`${api.managementUrl}/metrics`);
  return (await answer.text()).split('\n');
}

/** Waits until a server has answered so often, looking at each second that the API announces. */
async function whenSampled(api: ApiProcess, server: string, times: number): Promise<void> {
  const line = `ntp_exchanges_total{server="${server}",outcome="sample"} ${times}`;
  const { body } = await fetch(`${api.url}/api/v1/events?ticks=true`);
  assert.ok(body !== null);
  for await (const _tick of body) if ((await metricsOf(api)).includes(line)) return;
}

function epochNs(instant: string): bigint {
  return Temporal.Instant.from(instant).epochNanoseconds;
}

function hostNs(): bigint {
  return Temporal.Now.instant().epochNanoseconds;
}

/** chrony gives this machine's time, so that is the truth: the host's clock, with an offset of 0. */
async function assertHoldsTheTruth(api: ApiProcess): Promise<void> {
  for (let i = 0; i < READINGS; i += 1) {
    const earliestTruthNs = hostNs();
    const { now, interval, clock } = await timeOf(api);
    const latestTruthNs = hostNs();
    assert.equal(clock.status, 'synchronized');
    assert.ok(interval !== null);
    const [earliestNs, latestNs] = [epochNs(interval.earliest), epochNs(interval.latest)];
    assert.ok(earliestNs <= latestTruthNs && earliestTruthNs <= latestNs);
    assert.ok(earliestNs <= epochNs(now) && epochNs(now) <= latestNs);
    const { utcMinusHost } = await syncWith(api);
    assert.ok(utcMinusHost !== null);
    assert.ok(BigInt(utcMinusHost.minNs) <= 0n && 0n <= BigInt(utcMinusHost.maxNs));
  }
}

async function syncWith(api: ApiProcess): Promise<SyncAnswer> {
  const nonce = 'q83vEjRWeJCrze8SNFZ4kA';
  return (await fetch(`${api.url}/api/v1/sync?nonce=${nonce}`)).json() as Promise<SyncAnswer>;
}

test('one honest server: synchronized, and the interval holds its time every time', async (t) => {
  const honest = await chrony(t);
  const api = await apiWith(t, honest.name);
  await api.logged(/"the clock is synchronized"/);
  const { clock } = await timeOf(api);
  assert.deepEqual(
    [clock.status, clock.reason, clock.source, clock.driftPpm, clock.leap],
    ['synchronized', null, 'ntp', 500, 'none'],
  );
  await assertHoldsTheTruth(api);
  // The first answer meets a process that is still warming up: later ones are far narrower.
  await whenSampled(api, honest.name, 4);
  await assertHoldsTheTruth(api);
});

test('auto takes NTP with whatever bound the kernel gives here', async (t) => {
  const honest = await chrony(t);
  const api = await startApi({ NTP_SERVERS: honest.name });
  t.after(api.kill);
  await whenSampled(api, honest.name, 1);
  await api.logged(/"source":"(kernel\+)?ntp"/);
  await assertHoldsTheTruth(api);
});

test('two honest servers, a liar, a dead port and one that denies: the liar is outvoted', async (t) => {
  const [first, second] = await Promise.all([chrony(t), chrony(t)]);
  const liar = await fake(t, timeAhead(LIE_NS));
  const denier = await fake(t, timeAhead(0n, { stratum: 0, leap: 3, referenceId: 'DENY' }));
  const dead = `127.0.0.1:${await freeUdpPort()}`;
  const api = await apiWith(t, first.name, liar.name, dead, second.name, denier.name);

  assert.match(
    await api.logged(/"NTP servers are outvoted"/),
    new RegExp(`"falsetickers":\\["${liar.name}"\\]`),
  );
  assert.match(await api.logged(/"outcome":"kiss-deny"/), new RegExp(`"server":"${denier.name}"`));
  await api.logged(/"the clock is synchronized"/);
  // Lost after the whole burst: by then whoever may be asked again has been.
  assert.match(await api.logged(/"outcome":"unreachable"/), new RegExp(`"server":"${dead}"`));
  await assertHoldsTheTruth(api);

  const metrics = await metricsOf(api);
  for (const line of [
    'clock_status{status="synchronized"} 1',
    'clock_steps_total 0',
    `ntp_falseticker{server="${first.name}"} 0`,
    `ntp_falseticker{server="${second.name}"} 0`,
    `ntp_falseticker{server="${liar.name}"} 1`,
    `ntp_exchanges_total{server="${dead}",outcome="sample"} 0`,
    `ntp_exchanges_total{server="${dead}",outcome="unreachable"} 4`,
    `ntp_exchanges_total{server="${denier.name}",outcome="kiss-deny"} 1`,
  ]) {
    assert.ok(metrics.includes(line), `${line} is not in\n${metrics.join('\n')}`);
  }
  assert.equal(denier.requests.length, 1);
});

test('one against one: contradictory, with both sides and no interval', async (t) => {
  const honest = await chrony(t);
  const liar = await fake(t, timeAhead(LIE_NS));
  const api = await apiWith(t, honest.name, liar.name);
  await api.logged(/"the clock is contradictory"/);
  const { clock, interval } = await timeOf(api);
  assert.equal(clock.status, 'contradictory');
  assert.equal(clock.utcMinusHostNs, null);
  assert.equal(interval, null);
  const reason = clock.reason ?? '';
  assert.match(
    reason,
    /^no majority of the NTP servers agrees, they are up to \d+\.\d{3} ms apart: /,
  );
  assert.ok(reason.includes(`${honest.name} says`) && reason.includes(`${liar.name} says`), reason);
  const apartMs = Number(/up to ([\d.]+) ms/.exec(reason)?.[1]);
  // Less than the lie by no more than both bounds.
  assert.ok(apartMs > 100 && apartMs <= 300, reason);
  assert.ok((await metricsOf(api)).includes('clock_status{status="contradictory"} 1'));
});

test('a server that says RATE is asked less, and the others are believed', async (t) => {
  const honest = await chrony(t);
  const slow = await fake(t, timeAhead(0n, { stratum: 0, leap: 3, referenceId: 'RATE' }));
  const api = await apiWith(t, honest.name, slow.name);
  await api.logged(/"the clock is synchronized"/);
  await assertHoldsTheTruth(api);
  const line = `ntp_exchanges_total{server="${slow.name}",outcome="kiss-rate"} 1`;
  assert.ok((await metricsOf(api)).includes(line));
});

test('no server at all: unknown, with each one named', async (t) => {
  const dead = `127.0.0.1:${await freeUdpPort()}`;
  const api = await apiWith(t, dead);
  await api.logged(/"an NTP server is lost"/);
  const { clock, interval } = await timeOf(api);
  assert.deepEqual(
    [clock.status, clock.source, clock.reason, interval],
    ['unknown', 'ntp', `no NTP server answers: ${dead} (unreachable)`, null],
  );
});
