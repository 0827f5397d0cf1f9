import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { HostClock } from '../clock/host-clock.ts';
import { plainAssociation } from './association.ts';
import type { ExchangeResult, Failure as NtpFailure } from './exchange.ts';
import { HandTimers, settle } from './hand-timers.fixture.ts';
import { NtpSource } from './ntp-source.ts';
import type { Sample } from './sample.ts';

const MS = 1_000_000n;

/** What a server says: so many ms ahead of the host clock, within ± 1 ms. */
function says(aheadMs: bigint, facts: Partial<Sample> = {}): ExchangeResult {
  const minNs = (aheadMs - 1n) * MS;
  const maxNs = (aheadMs + 1n) * MS;
  return { sample: { baseNs: 0n, minNs, maxNs, asOfNs: 0n, leap: 'none', ...facts } };
}

const DEAD: ExchangeResult = { failure: 'timeout' };

/**
 * A source over servers a, b, c …, each of which answers as `answers` has it at that moment. The first
 * ones of them are authenticated.
 */
function setUp(t: TestContext, answers: ExchangeResult[], authenticated = 0) {
  const timers = new HandTimers();
  const logged: { facts: object; message: string }[] = [];
  const log = (facts: object, message: string) => {
    if (!message.startsWith('an NTP server')) logged.push({ facts, message });
  };
  const clock = { baseNs: 0n, monotonicNs: 0n };
  const host = { baseNs: () => clock.baseNs, monotonicNs: () => clock.monotonicNs } as HostClock;
  const source = new NtpSource({
    host,
    pollSeconds: 64,
    servers: answers.map((_, i) => ({
      ...plainAssociation({ name: 'abcdef'[i] ?? '', host: `192.0.2.${i}`, port: i }),
      isAuthenticated: i < authenticated,
    })),
    maxBoundNs: 100n * MS,
    exchange: async (_address, port) => answers[port] ?? DEAD,
    resolve: async (address) => [address],
    after: timers.after,
    random: () => 0.5,
    log: { info: log, warn: log },
  });
  source.start();
  t.after(() => source.stop());
  return { source, timers, logged, clock };
}

async function readingOf(t: TestContext, ...answers: ExchangeResult[]) {
  const { source } = setUp(t, answers);
  await settle();
  return source.read();
}

test('before the first answer nothing is known', (t) => {
  assert.deepEqual(setUp(t, [says(0n), says(0n)]).source.read(), {
    kind: 'unknown',
    source: 'ntp',
    reason: 'no NTP server answers: a (asked), b (asked)',
  });
});

test('one server is believed', async (t) => {
  assert.deepEqual(await readingOf(t, says(300n, { asOfNs: 7n })), {
    kind: 'offset',
    source: 'ntp',
    minNs: 299n * MS,
    maxNs: 301n * MS,
    asOfNs: 7n,
    driftPpm: 500,
    leap: 'none',
    taiOffsetSeconds: null,
    authenticated: false,
  });
});

test('a dead server leaves the bound to the others', async (t) => {
  assert.equal((await readingOf(t, DEAD, says(0n))).kind, 'offset');
});

test('two names for one address and port have one vote', async (t) => {
  const timers = new HandTimers();
  const log = () => {};
  const source = new NtpSource({
    host: { baseNs: () => 0n } as HostClock,
    pollSeconds: 64,
    servers: [
      { name: 'liar', host: 'liar', port: 1 },
      { name: 'alias', host: 'alias', port: 1 },
      { name: 'honest', host: 'honest', port: 2 },
    ].map(plainAssociation),
    maxBoundNs: 100n * MS,
    exchange: async (_address, port) => says(port === 1 ? 500n : 0n),
    // The same address, as two resolvers may write it.
    resolve: async (name) => [name === 'alias' ? '0:0::1' : '::1'],
    after: timers.after,
    random: () => 0.5,
    log: { info: log, warn: log },
  });
  source.start();
  t.after(() => source.stop());
  await settle();
  assert.equal(source.read().kind, 'contradictory');
});

type Failures = readonly [NtpFailure, NtpFailure];
const failures: readonly [Failures, kind: 'unknown' | 'unsynchronized', reason: string][] = [
  [['timeout', 'unreachable'], 'unknown', 'answers: a (timeout), b (unreachable)'],
  [['timeout', 'kiss-rate'], 'unknown', 'gives the time: a (timeout), b (kiss-rate)'],
  [['kiss-deny', 'kiss-deny'], 'unknown', 'gives the time: a (kiss-deny), b (kiss-deny)'],
  [
    ['server-unsynchronized', 'bad-stratum'],
    'unsynchronized',
    'has the time: a (server-unsynchronized), b (bad-stratum)',
  ],
  [['timeout', 'bad-stratum'], 'unsynchronized', 'has the time: a (timeout), b (bad-stratum)'],
];
for (const [[a, b], kind, reason] of failures) {
  test(`servers that give no time are named with how they failed: ${a}, ${b}`, async (t) => {
    assert.deepEqual(await readingOf(t, { failure: a }, { failure: b }), {
      kind,
      source: 'ntp',
      reason: `no NTP server ${reason}`,
    });
  });
}

test('one against one is a contradiction, which names both sides and how far they are apart', async (t) => {
  assert.deepEqual(await readingOf(t, says(0n), says(300n)), {
    kind: 'contradictory',
    source: 'ntp',
    reason:
      'no majority of the NTP servers agrees, they are up to 298.000 ms apart: ' +
      'a says UTC − host clock is 0.000 ± 1.000 ms; b says UTC − host clock is 300.000 ± 1.000 ms',
  });
});

test('two against one: the one is outvoted, and named when that changes', async (t) => {
  const answers = [says(0n), says(300n), says(1n)];
  const { source, timers, logged } = setUp(t, answers);
  await settle();
  const reading = source.read();
  assert.ok(reading.kind === 'offset');
  assert.deepEqual([reading.minNs, reading.maxNs], [0n, 1n * MS]);
  assert.deepEqual(source.falsetickers, ['b']);
  source.read();
  assert.deepEqual(logged, [
    { facts: { falsetickers: ['b'] }, message: 'NTP servers are outvoted' },
  ]);

  answers[1] = says(0n);
  for (let i = 0; i < 3; i += 1) await timers.runNext();
  source.read();
  assert.deepEqual(source.falsetickers, []);
  assert.equal(logged.at(-1)?.message, 'no NTP server is outvoted any more');
});

test('all are compared at the time of the newest answer', async (t) => {
  const old = says(38n, { asOfNs: 0n });
  const newest = says(5n, { asOfNs: 64_000_000_000n });
  const reading = await readingOf(t, old, newest);
  assert.ok(reading.kind === 'offset');
  // In 64 s the older one has grown by 32 ms at 500 ppm.
  assert.deepEqual([reading.minNs, reading.maxNs], [5n * MS, 6n * MS]);
  assert.equal(reading.asOfNs, 64_000_000_000n);
});

for (const [widths, measured] of [
  ['narrow narrow wide', true],
  ['narrow wide wide', false],
  ['narrow', true],
  ['narrow wide', false],
] as const) {
  test(`the drift is limited by what most servers measured: ${widths}`, async (t) => {
    const at = (asOfNs: bigint) =>
      widths.split(' ').map((width) => {
        const ms = width === 'narrow' ? 1n : 1000n;
        return says(0n, { minNs: -ms * MS, maxNs: ms * MS, asOfNs });
      });
    const answers = at(0n);
    const { source, timers } = setUp(t, answers);
    await settle();
    answers.splice(0, answers.length, ...at(100_000_000_000n));
    for (const _ of answers) await timers.runNext();
    const reading = source.read();
    // ± 2 · 1 ms / 100 s is 20 ppm, and 50 more.
    assert.equal(reading.kind === 'offset' && reading.driftPpm, measured ? 70 : 500);
  });
}

test('a leap second is announced when more than half of the servers do', async (t) => {
  const insert = says(0n, { leap: 'insert' });
  const most = await readingOf(t, insert, says(0n), insert);
  const half = await readingOf(t, insert, says(0n));
  assert.equal(most.kind === 'offset' && most.leap, 'insert');
  assert.equal(half.kind === 'offset' && half.leap, 'unknown');
});

test('a server that is outvoted announces nothing', async (t) => {
  const insert = says(0n, { leap: 'insert' });
  const outvoted = says(300n, { leap: 'insert' });
  const reading = await readingOf(t, says(0n), outvoted, says(0n), insert);
  assert.equal(reading.kind === 'offset' && reading.leap, 'none');
});

test('a step of the host clock voids every answer and asks again at once', async (t) => {
  const answers = [says(0n)];
  const { source, timers, clock } = setUp(t, answers);
  await settle();
  for (let i = 0; i < 4; i += 1) await timers.runNext();
  assert.equal(source.read().kind, 'offset');

  clock.baseNs = 500n * MS;
  answers[0] = says(-500n, { baseNs: clock.baseNs });
  assert.deepEqual(source.read(), {
    kind: 'unknown',
    source: 'ntp',
    reason: 'the host clock was set, and no NTP server has answered since',
  });
  assert.equal(timers.nextAtMs, timers.nowMs + 2000);
  await timers.runNext();
  const reading = source.read();
  assert.ok(reading.kind === 'offset');
  assert.equal(reading.minNs, -501n * MS);
});

/** The reading, as far as the tests below look at it. */
function inShort({ source }: { readonly source: NtpSource }) {
  const reading = source.read();
  if (reading.kind !== 'offset') return reading.kind;
  const { minNs, maxNs, authenticated, lost } = reading;
  const offset = `${minNs / MS}…${maxNs / MS} ms`;
  return [offset, authenticated ? 'authentic' : 'plain', ...(lost ? [lost] : [])].join(', ');
}

/** Polls until every server that fails is lost: after four failures in a row. */
async function pollOften({ timers }: { readonly timers: HandTimers }, servers: number) {
  for (let i = 0; i < 4 * servers; i += 1) await timers.runNext();
}

/** One authenticated server that was read and is lost since, and a plain one that says another time. */
async function heldOver(t: TestContext) {
  const answers = [says(0n), says(300n)];
  const set = setUp(t, answers, 1);
  await settle();
  set.source.read();
  answers[0] = DEAD;
  await pollOften(set, 2);
  return { answers, set };
}

test('two forged servers do not outvote an authenticated one', async (t) => {
  const set = setUp(t, [says(0n), says(300n), says(300n)], 1);
  await settle();
  assert.equal(inShort(set), '-1…1 ms, authentic');
  assert.deepEqual(set.source.falsetickers, ['b', 'c']);
});

test('a plain server does not narrow what authenticated ones say either', async (t) => {
  const within = says(0n, { minNs: 999_999n, maxNs: MS });
  const set = setUp(t, [says(0n), within], 1);
  await settle();
  assert.equal(inShort(set), '-1…1 ms, authentic');
  assert.deepEqual(set.source.falsetickers, []);
});

test('among authenticated servers the majority decides, and one against one is a contradiction', async (t) => {
  const three = setUp(t, [says(0n), says(300n), says(0n), says(300n), says(300n)], 3);
  const two = setUp(t, [says(0n), says(300n), says(0n)], 2);
  await settle();
  assert.equal(inShort(three), '-1…1 ms, authentic');
  assert.deepEqual(three.source.falsetickers, ['b', 'd', 'e']);
  assert.equal(inShort(two), 'contradictory');
});

test('before an authenticated server has answered, plain ones are believed, and it is said', async (t) => {
  const set = setUp(t, [DEAD, says(300n)], 1);
  await settle();
  assert.equal(inShort(set), '299…301 ms, plain');
});

test('once authenticated replies are dropped, their last reading holds over against forged ones', async (t) => {
  const answers = [says(0n), says(300n)];
  const set = setUp(t, answers, 1);
  await settle();
  assert.equal(inShort(set), '-1…1 ms, authentic');
  answers[0] = DEAD;
  await pollOften(set, 2);
  assert.equal(inShort(set), '-1…1 ms, authentic, no NTP server answers: a (timeout)');
  assert.deepEqual(set.source.falsetickers, ['b']);
});

test('plain servers are believed when the last authenticated reading has outgrown the limit', async (t) => {
  const { answers, set } = await heldOver(t);
  // At 500 ppm the bound of 1 ms grows to the limit of 100 ms within 198 s.
  set.clock.monotonicNs = 198_000_000_000n;
  assert.match(inShort(set), /authentic/);
  set.clock.monotonicNs += 1_000_000_000n;
  assert.equal(inShort(set), '299…301 ms, plain');
  answers[0] = says(0n);
  await pollOften(set, 2);
  assert.equal(inShort(set), '-1…1 ms, authentic');
});

test('a step of the host clock voids the authenticated reading that is held over', async (t) => {
  const { answers, set } = await heldOver(t);
  set.clock.baseNs = 500n * MS;
  answers[1] = says(300n, { baseNs: set.clock.baseNs });
  await pollOften(set, 2);
  assert.equal(inShort(set), '299…301 ms, plain');
});

test('a reading from before authenticated servers contradicted each other is not held over', async (t) => {
  const answers = [says(0n), says(0n), says(5n)];
  const set = setUp(t, answers, 2);
  await settle();
  assert.equal(inShort(set), '-1…1 ms, authentic');
  answers[1] = says(300n);
  await pollOften(set, 3);
  assert.equal(inShort(set), 'contradictory');
  answers[0] = DEAD;
  answers[1] = DEAD;
  await pollOften(set, 3);
  assert.equal(inShort(set), '4…6 ms, plain');
});
