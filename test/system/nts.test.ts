import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { offsetAt } from '../../app/api/src/clock/clock-source.ts';
import { openHostClock } from '../../app/api/src/clock/host-clock.ts';
import { plainAssociation } from '../../app/api/src/ntp/association.ts';
import { udpExchange } from '../../app/api/src/ntp/exchange.ts';
import { startFakeServer, timeAhead } from '../../app/api/src/ntp/fake-server.fixture.ts';
import { NtpSource } from '../../app/api/src/ntp/ntp-source.ts';
import { readAuthorities } from '../../app/api/src/ntp/nts/authorities.ts';
import { makeAuthority } from '../../app/api/src/ntp/nts/certificates.fixture.ts';
import { tlsKeyExchange } from '../../app/api/src/ntp/nts/key-exchange.ts';
import { NtsAssociation } from '../../app/api/src/ntp/nts/nts-association.ts';
import { fieldOf, nak } from '../../app/api/src/ntp/nts/sealed-reply.fixture.ts';
import { loadSiv } from '../../app/api/src/ntp/nts/siv.ts';
import type { Outcome } from '../../app/api/src/ntp/poll-schedule.ts';
import { encodeReply } from '../../app/api/src/ntp/reply.fixture.ts';
import { parseKeyServerAddresses } from '../../app/api/src/ntp/server-address.ts';
import { after } from '../../app/api/src/ntp/timers.ts';
import { startNtsChrony } from './chrony-server.ts';
import { MAN_HOST, type ManInTheMiddle, startManInTheMiddle } from './man-in-the-middle.ts';

// A real chrony with NTS, and the API's own NTP source over it, with somebody on the path between
// them. All wait a hundredth of what they would: no test needs the 64 s between two polls.
const HASTE = 100;
const LIE_MS = 300;
const HOST = openHostClock(null);

interface World {
  readonly source: NtpSource;
  readonly association: NtsAssociation;
  readonly man: ManInTheMiddle;
  /** Waits until the server's exchanges have had this outcome so much more often. */
  outcome(outcome: Outcome, times?: number): Promise<void>;
}

async function setUp(t: TestContext, forgers: readonly string[] = []): Promise<World> {
  const authority = makeAuthority(t);
  const chrony = await startNtsChrony(authority.issue('DNS:localhost'), { host: MAN_HOST });
  t.after(chrony.stop);
  const man = await startManInTheMiddle(chrony.ports.ntp);
  t.after(() => man.close());
  const log = { info() {}, warn() {} };
  const hasty: typeof after = (delayMs, task) => after(delayMs / HASTE, task);
  const [address] = parseKeyServerAddresses(chrony.name) ?? [];
  assert.ok(address !== undefined);
  const extraAuthorities = readAuthorities(authority.certificateFile);
  const association = new NtsAssociation(address, {
    keyExchange: tlsKeyExchange({ after, extraAuthorities }),
    loadSiv,
    nowMs: () => performance.now() * HASTE,
    log,
  });
  const exchange = udpExchange({ host: HOST, after: (delayMs, task) => after(delayMs / 8, task) });
  const polled = new EventEmitter();
  const plain = forgers.map((name, i) => {
    const [host = '', port] = name.split(':');
    return plainAssociation({ name: `forger ${i}`, host, port: Number(port) });
  });
  const source = new NtpSource({
    servers: [association, ...plain],
    host: HOST,
    pollSeconds: 64,
    maxBoundNs: 1_000_000_000n,
    exchange,
    async resolve(host) {
      polled.emit('poll');
      return [host];
    },
    after: hasty,
    random: () => 0.5,
    log,
  });
  t.after(() => source.stop());
  const [server] = source.servers;
  assert.ok(server !== undefined);
  const count = (outcome: Outcome) => server.outcomes.get(outcome) ?? 0;
  source.start();
  return {
    source,
    association,
    man,
    async outcome(outcome, times = 1) {
      const wanted = count(outcome) + times;
      while (count(outcome) < wanted) {
        await once(polled, 'poll');
        // As the clock does each second: what it has read is what it can hold over.
        source.read();
      }
    },
  };
}

/** chrony gives this machine's time: the offset is 0. */
function assertHoldsTheTruth(source: NtpSource): void {
  const reading = source.read();
  assert.ok(reading.kind === 'offset', reading.kind);
  assert.equal(reading.authenticated, true);
  const { minNs, maxNs } = offsetAt(reading, HOST.monotonicNs());
  assert.ok(minNs <= 0n && 0n <= maxNs, `${minNs} … ${maxNs}`);
}

/** Moves both of the server's timestamps. */
function falsified(packet: Buffer, ms = LIE_MS): Buffer {
  const bytes = Buffer.from(packet);
  for (const at of [32, 40]) {
    const timestamp = bytes.readBigUInt64BE(at) + (BigInt(ms) << 32n) / 1000n;
    bytes.writeBigUInt64BE(timestamp, at);
  }
  return bytes;
}

test('replies that somebody alters are dropped', async (t) => {
  const { source, man, outcome } = await setUp(t);
  await outcome('sample', 2);
  man.treat({ replies: (packet, pass) => pass(falsified(packet)) });
  await outcome('bad-authenticator', 2);
  assertHoldsTheTruth(source);
  man.treat({});
  await outcome('sample');
  assertHoldsTheTruth(source);
});

test('requests that somebody alters get no reply that counts', async (t) => {
  const { source, man, association, outcome } = await setUp(t);
  await outcome('sample', 2);
  // Under a broken seal chrony answers with a NAK, after which new keys are asked for.
  man.treat({
    requests(packet, pass) {
      const bytes = Buffer.from(packet);
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      pass(bytes);
    },
  });
  await outcome('nts-nak', 2);
  assertHoldsTheTruth(source);
  man.treat({});
  await outcome('sample');
  assertHoldsTheTruth(source);
  assert.ok((association.keyExchanges.get('keys') ?? 0) >= 2);
});

test('replies to earlier requests, sent again, are dropped, whatever of them is made to fit', async (t) => {
  const { source, man, outcome } = await setUp(t);
  let old: Buffer | undefined;
  man.treat({
    replies(packet, pass) {
      old ??= packet;
      pass(packet);
    },
  });
  await outcome('sample', 2);
  man.treat({ replies: (_packet, pass) => pass(old ?? Buffer.alloc(0)) });
  await outcome('wrong-origin');
  const withOrigin = (packet: Buffer) => {
    const bytes = Buffer.from(old ?? Buffer.alloc(0));
    packet.copy(bytes, 24, 24, 32);
    return bytes;
  };
  man.treat({ replies: (packet, pass) => pass(withOrigin(packet)) });
  await outcome('wrong-identifier');
  man.treat({
    replies(packet, pass) {
      const bytes = withOrigin(packet);
      fieldOf(packet, 0x0104).copy(bytes, 52);
      pass(bytes);
    },
  });
  await outcome('bad-authenticator');
  assertHoldsTheTruth(source);
});

test('a reply that comes three times counts once, and its cookies too', async (t) => {
  const { source, man, association, outcome } = await setUp(t);
  const cookies = new Set<string>();
  let requests = 0;
  man.treat({
    requests(packet, pass) {
      requests += 1;
      cookies.add(fieldOf(packet, 0x0204).toString('hex'));
      pass(packet);
    },
    replies(packet, pass) {
      for (let i = 0; i < 3; i += 1) pass(packet);
    },
  });
  await outcome('sample', 12);
  assert.equal(cookies.size, requests);
  assert.ok(association.cookies <= 8);
  assertHoldsTheTruth(source);
});

test('a seal that somebody strips, from the request or the reply, is missed', async (t) => {
  const { source, man, outcome } = await setUp(t);
  await outcome('sample', 2);
  man.treat({ requests: (packet, pass) => pass(packet.subarray(0, 48)) });
  await outcome('not-authenticated');
  man.treat({ replies: (packet, pass) => pass(falsified(packet.subarray(0, 48))) });
  await outcome('not-authenticated');
  assertHoldsTheTruth(source);
});

test('a forged DENY ends nothing, a forged NAK leads to new keys', async (t) => {
  const { source, man, association, outcome } = await setUp(t);
  await outcome('sample', 2);
  man.treat({
    requests(packet, pass) {
      pass(packet);
    },
    replies(packet, pass) {
      const request = Buffer.alloc(48);
      packet.copy(request, 40, 24, 32);
      pass(encodeReply(request, { stratum: 0, leap: 3, referenceId: 'DENY' }));
    },
  });
  await outcome('not-authenticated');
  man.treat({
    replies(packet, pass) {
      const request = Buffer.alloc(48);
      packet.copy(request, 40, 24, 32);
      pass(nak(request, fieldOf(packet, 0x0104)));
    },
  });
  await outcome('nts-nak');
  man.treat({});
  await outcome('sample');
  assert.equal(association.keyExchanges.get('keys'), 2);
  assertHoldsTheTruth(source);
});

test('delayed packets widen the bound by half of the delay, and it stays true', async (t) => {
  for (const way of ['requests', 'replies'] as const) {
    const { source, man, outcome } = await setUp(t);
    man.treat({
      [way]: (packet: Buffer, pass: (packet: Buffer) => void) => after(100, () => pass(packet)),
    });
    await outcome('sample', 2);
    assertHoldsTheTruth(source);
    const reading = source.read();
    assert.ok(reading.kind === 'offset');
    const widthMs = Number(reading.maxNs - reading.minNs) / 1e6;
    assert.ok(widthMs > 99 && widthMs < 200, `${way}: ${widthMs} ms`);
  }
});

test('after ten lost replies the cookies have run out, and new keys are asked for', async (t) => {
  const { source, man, association, outcome } = await setUp(t);
  await outcome('sample', 2);
  let lost = 0;
  man.treat({
    replies() {
      lost += 1;
    },
  });
  while (lost < 10) await outcome('timeout');
  assert.ok((association.keyExchanges.get('keys') ?? 0) >= 2);
  assertHoldsTheTruth(source);
  man.treat({});
  await outcome('sample');
  assertHoldsTheTruth(source);
});

test('forged plain servers gain nothing by dropping the authentic replies', async (t) => {
  const forgers = await Promise.all(
    [0, 1].map(() => startFakeServer(timeAhead(BigInt(LIE_MS) * 1_000_000n))),
  );
  for (const { close } of forgers) t.after(close);
  const names = forgers.map(({ address, port }) => `${address}:${port}`);
  const { source, man, outcome } = await setUp(t, names);
  await outcome('sample', 4);
  assertHoldsTheTruth(source);
  assert.deepEqual(source.falsetickers, ['forger 0', 'forger 1']);
  man.treat({ replies() {} });
  await outcome('timeout', 5);
  assertHoldsTheTruth(source);
  const reading = source.read();
  assert.match(reading.kind === 'offset' ? (reading.lost ?? '') : '', /\(timeout\)$/);
});
