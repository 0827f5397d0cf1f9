import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTimex, type Timex } from './timex.ts';

const TIME_OK = 0;
const TIME_ERROR = 5;
const STA_PLL = 0x0001;
const STA_INS = 0x0010;
const STA_DEL = 0x0020;
const STA_UNSYNC = 0x0040;
const STA_NANO = 0x2000;

const AS_OF_NS = 42n;
/** What is missing of the kernel's growth of 500 µs/s, which it applies once a second. */
const UNAPPLIED_NS = 500_000n;

/** The figures of a clock that chrony keeps, and what a test changes of them. */
function timexWith(figures: Partial<Timex> = {}): Timex {
  return {
    state: TIME_OK,
    status: STA_NANO,
    offset: 0,
    maxerror: 1200,
    esterror: 40,
    tai: 37,
    ...figures,
  };
}

function readingOf(figures: Partial<Timex>, allowanceUs = 0) {
  const reading = decodeTimex(timexWith(figures), AS_OF_NS, allowanceUs);
  assert.equal(reading.kind, 'offset');
  return reading;
}

function refusalOf(figures: Partial<Timex>) {
  const reading = decodeTimex(timexWith(figures), AS_OF_NS, 0);
  assert.ok(reading.kind !== 'offset');
  return reading;
}

test('bounds UTC by maxerror and the growth that the kernel has not applied yet', () => {
  const boundNs = 1_200_000n + UNAPPLIED_NS;
  assert.deepEqual(decodeTimex(timexWith(), AS_OF_NS, 0), {
    kind: 'offset',
    source: 'kernel',
    minNs: -boundNs,
    maxNs: boundNs,
    asOfNs: AS_OF_NS,
    driftPpm: 500,
    leap: 'none',
    taiOffsetSeconds: 37,
    authenticated: false,
  });
});

test('widens the bound on both sides by the allowance', () => {
  const { minNs, maxNs } = readingOf({ maxerror: 0 }, 1000);
  assert.deepEqual([minNs, maxNs], [-1_000_000n - UNAPPLIED_NS, 1_000_000n + UNAPPLIED_NS]);
});

test('counts the offset in nanoseconds with STA_NANO', () => {
  const { minNs, maxNs } = readingOf({ maxerror: 0, offset: 7 });
  assert.deepEqual([minNs, maxNs], [-7n - UNAPPLIED_NS, 7n + UNAPPLIED_NS]);
});

test('counts the offset in microseconds without STA_NANO', () => {
  assert.equal(readingOf({ status: 0, maxerror: 0, offset: 7 }).maxNs, 7000n + UNAPPLIED_NS);
});

test('widens the bound by a negative offset as much as by a positive one', () => {
  const { minNs, maxNs } = readingOf({ maxerror: 0, offset: -7 });
  assert.deepEqual([minNs, maxNs], [-7n - UNAPPLIED_NS, 7n + UNAPPLIED_NS]);
});

test('is unsynchronized when the state is TIME_ERROR', () => {
  const { kind, source, reason } = refusalOf({ state: TIME_ERROR });
  assert.deepEqual([kind, source], ['unsynchronized', 'kernel']);
  assert.match(reason, /nothing keeps this clock/);
});

test('is unsynchronized when STA_UNSYNC is set', () => {
  assert.equal(refusalOf({ status: STA_NANO | STA_UNSYNC }).kind, 'unsynchronized');
});

test('is unsynchronized when maxerror has reached its cap of 16 s', () => {
  const { kind, reason } = refusalOf({ maxerror: 16_000_000 });
  assert.equal(kind, 'unsynchronized');
  assert.match(reason, /cap of 16 s/);
});

test('takes a maxerror just under its cap for a bound', () => {
  assert.equal(readingOf({ maxerror: 15_999_999 }).maxNs, 15_999_999_000n + UNAPPLIED_NS);
});

test('knows systemd-timesyncd by its STA_PLL without an estimate, and trusts no figure of it', () => {
  const { kind, reason } = refusalOf({ status: STA_NANO | STA_PLL, esterror: 0, maxerror: 1500 });
  assert.equal(kind, 'unknown');
  assert.match(reason, /systemd-timesyncd/);
});

test('takes the bound of a daemon that sets STA_PLL and an estimate', () => {
  assert.equal(readingOf({ status: STA_NANO | STA_PLL, esterror: 1 }).kind, 'offset');
});

test('takes the bound of a daemon that gives no estimate and leaves STA_PLL alone', () => {
  assert.equal(readingOf({ esterror: 0 }).kind, 'offset');
});

test('announces the leap second that is to be inserted', () => {
  assert.equal(readingOf({ status: STA_NANO | STA_INS }).leap, 'insert');
});

test('announces the leap second that is to be deleted', () => {
  assert.equal(readingOf({ status: STA_NANO | STA_DEL }).leap, 'delete');
});

test('knows no TAI offset where nobody told the kernel', () => {
  assert.equal(readingOf({ tai: 0 }).taiOffsetSeconds, null);
});
