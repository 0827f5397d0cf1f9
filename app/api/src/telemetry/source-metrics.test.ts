import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Registry } from 'prom-client';
import { noSource } from '../clock/clock-source.ts';
import {
  fakeHost,
  fakeSource,
  HOST_MONOTONIC_NS,
  offsetReading,
} from '../clock/fake-host.fixture.ts';
import { plainAssociation } from '../ntp/association.ts';
import { HandTimers, settle } from '../ntp/hand-timers.fixture.ts';
import { NtpSource } from '../ntp/ntp-source.ts';
import { NtsAssociation } from '../ntp/nts/nts-association.ts';
import { loadSiv } from '../ntp/nts/siv.ts';
import { meterNtp, meterNts, meterSources } from './source-metrics.ts';

async function scrape(registry: Registry): Promise<string[]> {
  const text = await registry.metrics();
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

test('shows where each source that gives a bound sees UTC', async () => {
  const registry = new Registry();
  const ntp = fakeSource(offsetReading({ source: 'ntp', minNs: -120_000n, maxNs: 20_000n }));
  meterSources(registry, [fakeSource(offsetReading()), ntp, noSource('none')]);
  assert.deepEqual(await scrape(registry), [
    'clock_source_offset_seconds{source="kernel"} 0.001',
    'clock_source_offset_seconds{source="ntp"} -0.00005',
  ]);
  ntp.reading = { kind: 'unknown', source: 'ntp', reason: 'silence' };
  assert.deepEqual(await scrape(registry), ['clock_source_offset_seconds{source="kernel"} 0.001']);
});

test('counts exchanges by server and outcome, and shows who is outvoted', async (t) => {
  const timers = new HandTimers();
  const host = fakeHost();
  const sample = (aheadNs: bigint) => ({
    sample: {
      baseNs: host.baseNs(),
      minNs: aheadNs,
      maxNs: aheadNs + 1000n,
      asOfNs: HOST_MONOTONIC_NS,
      leap: 'none' as const,
    },
  });
  const answers = [sample(0n), sample(300_000_000n), sample(0n), { failure: 'timeout' } as const];
  const ntp = new NtpSource({
    host,
    pollSeconds: 64,
    servers: ['a', 'b', 'c', 'd'].map((name, port) => plainAssociation({ name, host: name, port })),
    maxBoundNs: 1_000_000_000n,
    exchange: async (_address, port) => answers[port] ?? { failure: 'timeout' },
    resolve: async (name) => [name],
    after: timers.after,
    random: () => 0.5,
    log: { info() {}, warn() {} },
  });
  t.after(() => ntp.stop());
  const registry = new Registry();
  meterNtp(registry, ntp);
  ntp.start();
  await settle();
  ntp.read();
  const expected = [
    'ntp_exchanges_total{server="a",outcome="sample"} 1',
    'ntp_exchanges_total{server="b",outcome="sample"} 1',
    'ntp_exchanges_total{server="c",outcome="sample"} 1',
    'ntp_exchanges_total{server="d",outcome="sample"} 0',
    'ntp_exchanges_total{server="d",outcome="timeout"} 1',
    'ntp_contradictions_total{server="a"} 0',
    'ntp_contradictions_total{server="b"} 0',
    'ntp_contradictions_total{server="c"} 0',
    'ntp_contradictions_total{server="d"} 0',
    'ntp_falseticker{server="a"} 0',
    'ntp_falseticker{server="b"} 1',
    'ntp_falseticker{server="c"} 0',
    'ntp_falseticker{server="d"} 0',
  ];
  assert.deepEqual(await scrape(registry), expected);
  assert.deepEqual(await scrape(registry), expected);

  answers[0] = sample(300_000_000n);
  await timers.runNext();
  assert.ok((await scrape(registry)).includes('ntp_contradictions_total{server="a"} 1'));
});

test('counts key exchanges, and shows the cookies and the certificate that they left', async () => {
  const agreement = {
    host: '192.0.2.1',
    port: 123,
    cookies: [Buffer.alloc(100), Buffer.alloc(100)],
    clientKey: Buffer.alloc(32),
    serverKey: Buffer.alloc(32),
    certificateExpires: new Date('2027-01-01T00:00:00Z'),
  };
  const results = {
    a: agreement,
    b: { failure: 'certificate-expired', detail: 'in 2036' },
  } as const;
  const servers = (['a', 'b'] as const).map(
    (name) =>
      new NtsAssociation(
        { name, host: name, port: 4460 },
        {
          keyExchange: async () => results[name],
          loadSiv,
          nowMs: () => 0,
          log: { info() {}, warn() {} },
        },
      ),
  );
  const registry = new Registry();
  meterNts(registry, servers);
  for (const server of servers) await server.nextDestination();
  assert.deepEqual(await scrape(registry), [
    'nts_key_exchanges_total{server="a",outcome="keys"} 1',
    'nts_key_exchanges_total{server="b",outcome="keys"} 0',
    'nts_key_exchanges_total{server="b",outcome="certificate-expired"} 1',
    'nts_cookies{server="a"} 1',
    'nts_cookies{server="b"} 0',
    'nts_certificate_expiry_timestamp_seconds{server="a"} 1798761600',
  ]);
});
