import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { TimeAnswer } from '@dataiku-assessment/contract';
import { type Authority, makeAuthority } from '../../app/api/src/ntp/nts/certificates.fixture.ts';
import { type ApiProcess, startApi } from './api-process.ts';
import { type NtsChronyServer, startChrony, startNtsChrony } from './chrony-server.ts';
import { libfaketime } from './libfaketime.ts';

async function chronyFor(t: TestContext, authority: Authority): Promise<NtsChronyServer> {
  const chrony = await startNtsChrony(authority.issue('DNS:localhost'));
  t.after(chrony.stop);
  return chrony;
}

async function apiWith(t: TestContext, environment: Record<string, string>): Promise<ApiProcess> {
  const api = await startApi({ CLOCK_SOURCES: 'ntp', NTP_POLL_SECONDS: '16', ...environment });
  t.after(api.kill);
  return api;
}

/** An API that trusts this authority, and the NTS server that it asks. */
async function trusting(t: TestContext, authority: Authority, environment = {}) {
  const chrony = await chronyFor(t, authority);
  const trust = { NTS_SERVERS: chrony.name, NTS_CA_FILE: authority.certificateFile };
  return { chrony, api: await apiWith(t, { ...trust, ...environment }) };
}

async function timeOf(api: ApiProcess): Promise<TimeAnswer> {
  return (await fetch(`${api.url}/api/v1/time`)).json() as Promise<TimeAnswer>;
}

async function metricsOf(api: ApiProcess): Promise<string> {
  return (await fetch(`${api.managementUrl}/metrics`)).text();
}

/** Looks at the metrics at each second that the API announces, until they match. */
async function whenMeasured(api: ApiProcess, pattern: RegExp): Promise<string> {
  const { body } = await fetch(`${api.url}/api/v1/events?ticks=true`);
  assert.ok(body !== null);
  for await (const _tick of body) {
    const metrics = await metricsOf(api);
    if (pattern.test(metrics)) return metrics;
  }
  throw new Error(`the API ended before its metrics matched ${pattern}`);
}

/** chrony gives this machine's time. */
async function assertHoldsTheTruth(api: ApiProcess): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    const beforeNs = Temporal.Now.instant().epochNanoseconds;
    const { interval, clock } = await timeOf(api);
    const afterNs = Temporal.Now.instant().epochNanoseconds;
    assert.ok(interval !== null);
    assert.deepEqual(
      [clock.status, clock.source, clock.authenticated],
      ['synchronized', 'ntp', true],
    );
    const [earliestNs, latestNs] = [interval.earliest, interval.latest].map(
      (instant) => Temporal.Instant.from(instant).epochNanoseconds,
    ) as [bigint, bigint];
    assert.ok(earliestNs <= afterNs && beforeNs <= latestNs);
  }
}

test('an NTS server: synchronized and authenticated, and the interval holds its time', async (t) => {
  const { chrony, api } = await trusting(t, makeAuthority(t));
  await api.logged(/"the clock is synchronized"/);
  await assertHoldsTheTruth(api);
  const metrics = await whenMeasured(api, /ntp_exchanges_total\{.*outcome="sample"\} 4/);
  await assertHoldsTheTruth(api);
  for (const line of [
    'clock_authenticated 1',
    `nts_key_exchanges_total{server="${chrony.name}",outcome="keys"} 1`,
    `nts_cookies{server="${chrony.name}"} 8`,
  ]) {
    assert.ok(metrics.includes(`\n${line}\n`), `${line} is not in\n${metrics}`);
  }
  const expiry = /nts_certificate_expiry_timestamp_seconds\{.*\} (\d+)/.exec(metrics)?.[1];
  const days = (Number(expiry) - Date.now() / 1000) / 86_400;
  assert.ok(days > 29 && days < 31, `${days}`);
});

test('a server that starts again with other keys and another certificate is asked for keys anew', async (t) => {
  const authority = makeAuthority(t);
  const { chrony, api } = await trusting(t, authority);
  await api.logged(/"the clock is synchronized"/);
  await chrony.stop();
  const { ports } = chrony;
  const again = await startNtsChrony(authority.issue('DNS:localhost', 60), { ports });
  t.after(again.stop);
  const metrics = await whenMeasured(api, /nts_key_exchanges_total\{.*outcome="keys"\} 2/);
  assert.match(metrics, /ntp_exchanges_total\{.*outcome="nts-nak"\} 1/);
  await whenMeasured(api, /nts_cookies\{.*\} 8\n/);
  await assertHoldsTheTruth(api);
  const expiry = /nts_certificate_expiry_timestamp_seconds\{.*\} (\d+)/.exec(metrics)?.[1];
  assert.ok((Number(expiry) - Date.now() / 1000) / 86_400 > 59);
});

test("a certificate of an authority that isn't trusted: plain servers alone, and it is said", async (t) => {
  const chrony = await chronyFor(t, makeAuthority(t));
  const plain = await startChrony();
  t.after(plain.stop);
  const api = await apiWith(t, { NTS_SERVERS: chrony.name, NTP_SERVERS: plain.name });
  assert.match(
    await api.logged(/"an NTS key exchange failed"/),
    /"outcome":"certificate-untrusted","detail":"UNABLE_TO_VERIFY_LEAF_SIGNATURE"/,
  );
  await api.logged(/"the clock is synchronized"/);
  const { clock, interval } = await timeOf(api);
  assert.deepEqual([clock.status, clock.authenticated], ['synchronized', false]);
  assert.ok(interval !== null);
  const metrics = await metricsOf(api);
  assert.match(metrics, /\nclock_authenticated 0\n/);
  assert.match(metrics, /nts_key_exchanges_total\{.*outcome="certificate-untrusted"\} 1/);
});

test('a host clock that is years off: no keys, and the reason shows certificate and clock', async (t) => {
  const { chrony, api } = await trusting(t, makeAuthority(t), {
    LD_PRELOAD: libfaketime(),
    FAKETIME: '+20y',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  });
  await api.logged(/"an NTP server is lost"/);
  const { clock, interval } = await timeOf(api);
  assert.deepEqual([clock.status, clock.authenticated, interval], ['unknown', null, null]);
  const year = new Date().getFullYear() + 20;
  assert.match(
    String(clock.reason),
    new RegExp(
      `^no NTP server answers: ${chrony.name} \\(no keys, certificate-expired: this host's clock says ${year}-`,
    ),
  );
});
