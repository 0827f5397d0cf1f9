import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Destination } from '../association.ts';
import { encodeRequest } from '../packet.ts';
import { encodeReply } from '../reply.fixture.ts';
import type { Agreement, KeFailure } from './key-exchange.ts';
import { NtsAssociation } from './nts-association.ts';
import { fieldOf, nak, sealedReply } from './sealed-reply.fixture.ts';
import { loadSiv } from './siv.ts';

const HEADER = encodeRequest(0x0123_4567_89ab_cdefn);
const HOUR_MS = 3_600_000;
let cookiesMade = 0;

function newCookie(bytes = 100): Buffer {
  cookiesMade += 1;
  const cookie = Buffer.alloc(bytes);
  cookie.writeUInt32BE(cookiesMade);
  return cookie;
}

function agreement(facts: Partial<Agreement> = {}): Agreement {
  return {
    host: '192.0.2.1',
    port: 123,
    cookies: Array.from({ length: 8 }, () => newCookie()),
    clientKey: Buffer.alloc(32, 1),
    serverKey: Buffer.alloc(32, 2),
    certificateExpires: new Date('2027-01-01T00:00:00Z'),
    ...facts,
  };
}

type KeResult = Agreement | { readonly failure: KeFailure; readonly detail: string };

/** An association whose key server answers as the test says; the last result is repeated. */
function setUp(...results: readonly KeResult[]) {
  const clock = { nowMs: 5_000 };
  const askedAtMs: number[] = [];
  const logged: [message: string, facts: object][] = [];
  const log = (facts: object, message: string) => logged.push([message, facts]);
  const association = new NtsAssociation(
    { name: 'time.example', host: 'time.example', port: 4460 },
    {
      async keyExchange() {
        askedAtMs.push(clock.nowMs);
        return results[Math.min(askedAtMs.length, results.length) - 1] ?? agreement();
      },
      loadSiv,
      nowMs: () => clock.nowMs,
      log: { info: log, warn: log },
    },
  );
  return { association, clock, askedAtMs, logged };
}

/** One exchange: the request that leaves, and how the packets that come back are taken. */
async function exchange(
  association: NtsAssociation,
  packets: (request: Buffer, identifier: Buffer) => readonly Buffer[] = honest(),
) {
  const destination = await association.nextDestination();
  if (destination === null) return null;
  return take(destination, packets);
}

function take(
  { seal }: Destination,
  packets: (request: Buffer, identifier: Buffer) => readonly Buffer[],
) {
  const request = seal.seal(HEADER);
  const answers = packets(request, fieldOf(request, 0x0104));
  return { request, refusals: answers.map((packet) => seal.whyNotAuthentic(packet)) };
}

/** A server that gives so many cookies; by default as many as it was asked for. */
function honest(cookies?: number, key: Buffer = Buffer.alloc(32, 2)) {
  return (request: Buffer, identifier: Buffer) => {
    const asked = request.toString('hex').split('030400').length;
    const given = Array.from({ length: cookies ?? asked }, () => newCookie());
    return [sealedReply(request, { identifier, key, cookies: given })];
  };
}

const silent = () => [];

test('keys come from one exchange, and a cookie is spent on each request', async () => {
  const { association, askedAtMs, logged } = setUp();
  const used = new Set<string>();
  for (let i = 0; i < 30; i += 1) {
    const done = await exchange(association);
    assert.ok(done !== null);
    assert.deepEqual(done.refusals, [null]);
    used.add(fieldOf(done.request, 0x0204).toString('hex'));
    assert.equal(association.cookies, 8);
  }
  assert.equal(used.size, 30);
  assert.equal(askedAtMs.length, 1);
  assert.deepEqual([...association.keyExchanges], [['keys', 1]]);
  assert.equal(association.certificateExpires?.getUTCFullYear(), 2027);
  assert.deepEqual(
    logged.map(([message]) => message),
    ['NTS keys are established'],
  );
});

test('the destination is what the key server named', async () => {
  const { association } = setUp(agreement({ host: 'ntp.example', port: 8123 }));
  const destination = await association.nextDestination();
  assert.deepEqual([destination?.host, destination?.port], ['ntp.example', 8123]);
});

test('no identifier is used twice', async () => {
  const { association } = setUp();
  const [one, other] = [await exchange(association), await exchange(association)];
  assert.ok(one !== null && other !== null);
  assert.notDeepEqual(fieldOf(one.request, 0x0104), fieldOf(other.request, 0x0104));
});

test('lost replies are made up for by placeholders, each as long as a cookie', async () => {
  const { association } = setUp();
  for (let i = 0; i < 3; i += 1) await exchange(association, silent);
  assert.equal(association.cookies, 5);
  const done = await exchange(association);
  assert.equal(done?.request.length, 228 + 3 * 104);
  assert.equal(fieldOf(done.request, 0x0304).length, 100);
  assert.equal(association.cookies, 8);
});

test('a request with placeholders for large cookies stays below 1280 bytes', async () => {
  const { association } = setUp(agreement({ cookies: [newCookie(500)] }));
  const done = await exchange(association, silent);
  assert.ok(done !== null && done.request.length > 1000 && done.request.length < 1200);
});

test('a cookie that no packet can carry is not taken', async () => {
  const { association } = setUp();
  await exchange(association, (request, identifier) => {
    const cookies = [Buffer.alloc(0), newCookie(1028), newCookie()];
    return [sealedReply(request, { identifier, key: Buffer.alloc(32, 2), cookies })];
  });
  const bytes = new Set<number>();
  for (let i = 0; i < 8; i += 1) {
    const done = await exchange(association, silent);
    if (done !== null) bytes.add(fieldOf(done.request, 0x0204).length);
  }
  assert.deepEqual([...bytes], [100]);
});

test('more cookies than eight are not kept', async () => {
  const { association } = setUp(
    agreement({ cookies: Array.from({ length: 20 }, () => newCookie()) }),
  );
  await exchange(association, honest(20));
  assert.equal(association.cookies, 8);
});

test('when the cookies have run out, keys are exchanged anew', async () => {
  const { association, clock, askedAtMs } = setUp();
  for (let i = 0; i < 8; i += 1) await exchange(association, silent);
  assert.equal(association.cookies, 0);
  // No reply was authentic since the last key exchange: the next one waits for 10 s.
  assert.equal(await exchange(association), null);
  clock.nowMs += 10_000;
  assert.deepEqual((await exchange(association))?.refusals, [null]);
  assert.equal(askedAtMs.length, 2);
});

test('after n key exchanges without an authentic reply, the next waits for 10 s × 1.5^(n−1)', async () => {
  const failure: KeResult = { failure: 'unreachable', detail: 'ECONNREFUSED' };
  const { association, clock, askedAtMs } = setUp(failure);
  for (let i = 0; i < 40; i += 1) {
    assert.equal(await exchange(association), null);
    clock.nowMs += 2_500;
  }
  const waits = askedAtMs.slice(1).map((atMs, i) => atMs - (askedAtMs[i] ?? 0));
  assert.deepEqual(waits, [10_000, 15_000, 22_500, 35_000]);
});

test('the wait between key exchanges grows to five days', async () => {
  const { association, clock, askedAtMs } = setUp({ failure: 'timeout', detail: '' });
  while (askedAtMs.length < 40) {
    await exchange(association);
    clock.nowMs += HOUR_MS;
  }
  assert.equal((askedAtMs.at(-1) ?? 0) - (askedAtMs.at(-2) ?? 0), 5 * 24 * HOUR_MS);
});

test('keys that never led to an authentic reply do not end the wait, one that did does', async () => {
  const { association, clock, askedAtMs } = setUp();
  for (let i = 0; i < 8; i += 1) await exchange(association, silent);
  clock.nowMs += 10_000;
  for (let i = 0; i < 8; i += 1) await exchange(association, silent);
  clock.nowMs += 10_000;
  assert.equal(await exchange(association), null);
  clock.nowMs += 5_000;
  assert.deepEqual((await exchange(association))?.refusals, [null]);
  assert.equal(askedAtMs.length, 3);
  for (let i = 0; i < 8; i += 1) await exchange(association, silent);
  assert.deepEqual((await exchange(association))?.refusals, [null]);
  assert.equal(askedAtMs.length, 4);
});

test('a NAK leads to new keys before the next request, which replace all that was', async () => {
  const renewed = agreement({ serverKey: Buffer.alloc(32, 7) });
  const { association, askedAtMs } = setUp(agreement(), renewed);
  await exchange(association);
  const rejected = await exchange(association, (request, id) => [nak(request, id)]);
  assert.deepEqual(rejected?.refusals, ['nts-nak']);
  assert.equal(askedAtMs.length, 1);
  const done = await exchange(association, honest(1, renewed.serverKey));
  assert.equal(askedAtMs.length, 2);
  assert.deepEqual(done?.refusals, [null]);
  assert.deepEqual(fieldOf(done.request, 0x0204), renewed.cookies[0]);
});

test('a NAK that an authentic reply follows was a forgery, and leads to nothing', async () => {
  const { association, askedAtMs } = setUp();
  const done = await exchange(association, (request, id) => [
    nak(request, id),
    ...honest()(request, id),
  ]);
  assert.deepEqual(done?.refusals, ['nts-nak', null]);
  await exchange(association);
  assert.equal(askedAtMs.length, 1);
});

test('while no new keys can be had, the old ones are used on', async () => {
  const { association } = setUp(agreement(), { failure: 'timeout', detail: 'slow' });
  await exchange(association);
  await exchange(association, (request, id) => [nak(request, id)]);
  const done = await exchange(association);
  assert.deepEqual(done?.refusals, [null]);
  assert.equal(association.trouble, null);
  assert.deepEqual(
    [...association.keyExchanges],
    [
      ['keys', 1],
      ['timeout', 1],
    ],
  );
});

test('a reply under old keys does not end the wait for new ones', async () => {
  const failure: KeResult = { failure: 'timeout', detail: 'slow' };
  const { association, clock, askedAtMs } = setUp(agreement(), failure);
  const rejected = () => exchange(association, (request, id) => [nak(request, id)]);
  await exchange(association);
  await rejected();
  await exchange(association);
  assert.equal(askedAtMs.length, 2);
  await rejected();
  await exchange(association);
  assert.equal(askedAtMs.length, 2);
  await rejected();
  clock.nowMs += 10_000;
  await exchange(association);
  assert.equal(askedAtMs.length, 3);
});

test('keys are renewed after a day', async () => {
  const { association, clock, askedAtMs } = setUp();
  await exchange(association);
  clock.nowMs += 24 * HOUR_MS;
  await exchange(association);
  assert.equal(askedAtMs.length, 1);
  clock.nowMs += 1;
  await exchange(association);
  assert.equal(askedAtMs.length, 2);
});

test('a failure is logged once, told as the trouble, and over with the next keys', async () => {
  const expired: KeResult = {
    failure: 'certificate-expired',
    detail: "this host's clock says 2036",
  };
  const refused: KeResult = { failure: 'unreachable', detail: 'ECONNREFUSED' };
  const { association, clock, logged } = setUp(expired, expired, refused, agreement());
  assert.equal(association.trouble, null);
  for (let i = 0; i < 2; i += 1) {
    await exchange(association);
    assert.equal(association.trouble, "no keys, certificate-expired: this host's clock says 2036");
    clock.nowMs += HOUR_MS;
  }
  for (let i = 0; i < 2; i += 1) {
    await exchange(association);
    clock.nowMs += HOUR_MS;
  }
  assert.equal(association.trouble, null);
  assert.deepEqual(logged, [
    [
      'an NTS key exchange failed',
      {
        server: 'time.example',
        outcome: 'certificate-expired',
        detail: "this host's clock says 2036",
      },
    ],
    [
      'an NTS key exchange failed',
      { server: 'time.example', outcome: 'unreachable', detail: 'ECONNREFUSED' },
    ],
    ['NTS keys are established', { server: 'time.example', host: '192.0.2.1', port: 123 }],
  ]);
});

test('what is not the authentic reply leaves the stock as it was', async () => {
  const { association } = setUp();
  const other = Buffer.alloc(32);
  const done = await exchange(association, (request, identifier) => [
    encodeReply(request),
    sealedReply(request, { identifier: other, key: Buffer.alloc(32, 2), cookies: [newCookie()] }),
    sealedReply(request, { identifier, key: Buffer.alloc(32, 9), cookies: [newCookie()] }),
  ]);
  assert.deepEqual(done?.refusals, ['not-authenticated', 'wrong-identifier', 'bad-authenticator']);
  assert.equal(association.cookies, 7);
});
