import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoOffset, Reading } from './clock-source.ts';
import { type ClockState, nextClockState } from './clock-state.ts';
import { HOST_MONOTONIC_NS, offsetReading } from './fake-host.fixture.ts';

const BASE_NS = 1_795_000_000_000_000_000n;
const SECOND_NS = 1_000_000_000n;

/** The state after a reading so many seconds after the first one. */
function after(
  previous: ClockState | null,
  reading: Reading,
  { seconds = 0n, baseNs = BASE_NS, maxBoundNs = SECOND_NS } = {},
): ClockState {
  const monotonicNs = HOST_MONOTONIC_NS + seconds * SECOND_NS;
  return nextClockState(previous, reading, { monotonicNs, baseNs, maxBoundNs });
}

function refusal(kind: NoOffset['kind']): NoOffset {
  return { kind, source: 'kernel', reason: `it is ${kind}` };
}

const synchronized = after(null, offsetReading());

test('is synchronized by a bound within the limit', () => {
  const reading = offsetReading();
  assert.deepEqual(synchronized, {
    status: 'synchronized',
    reason: null,
    source: 'kernel',
    baseNs: BASE_NS,
    reading,
    lastReading: reading,
    lastAsOfNs: HOST_MONOTONIC_NS,
  });
});

test('is unsynchronized, with both figures, when the bound is over the limit', () => {
  const state = after(null, offsetReading({ minNs: -2n * SECOND_NS, maxNs: 1n * SECOND_NS }));
  assert.equal(state.status, 'unsynchronized');
  assert.equal(state.reason, 'the bound of 1.500 s is over the limit of 1.000 s');
  assert.equal(state.reading, null);
});

test('takes a bound of exactly the limit', () => {
  assert.equal(after(null, offsetReading(), { maxBoundNs: 2_000_000n }).status, 'synchronized');
  assert.equal(after(null, offsetReading(), { maxBoundNs: 1_999_999n }).status, 'unsynchronized');
});

test('is in holdover, with the reason, while its source holds a lost reading over', () => {
  const held = offsetReading({ authenticated: true, lost: 'no server answers' });
  const state = after(synchronized, held, { seconds: 64n });
  assert.deepEqual([state.status, state.reason], ['holdover', 'no server answers']);
  assert.equal(state.reading, held);
  assert.equal(after(state, offsetReading(), { seconds: 65n }).status, 'synchronized');
});

test('judges a reading by its bound now, not by that at its time', () => {
  const state = after(null, offsetReading(), { seconds: 10n, maxBoundNs: 6_999_999n });
  assert.equal(state.status, 'unsynchronized');
});

for (const kind of ['unknown', 'unsynchronized', 'contradictory'] as const) {
  test(`is ${kind}, with the reason of the source, when it starts so`, () => {
    const state = after(null, refusal(kind));
    assert.deepEqual(
      [state.status, state.reason, state.reading, state.lastAsOfNs],
      [kind, `it is ${kind}`, null, null],
    );
  });
}

test('holds over on the last offset when the source is lost, and says why', () => {
  const state = after(synchronized, refusal('unknown'), { seconds: 5n });
  assert.equal(state.status, 'holdover');
  assert.equal(state.reason, 'it is unknown');
  assert.deepEqual(state.reading, offsetReading());
  assert.equal(state.lastAsOfNs, HOST_MONOTONIC_NS);
});

test('is unsynchronized once the bound in holdover has outgrown the limit', () => {
  const limit = { maxBoundNs: 12_000_000n };
  const holdover = after(synchronized, refusal('unknown'), { seconds: 20n, ...limit });
  const outgrown = after(holdover, refusal('unknown'), { seconds: 21n, ...limit });
  assert.equal(holdover.status, 'holdover');
  assert.equal(outgrown.status, 'unsynchronized');
  assert.match(String(outgrown.reason), /over the limit of 0\.012 s$/);
  assert.equal(outgrown.reading, null);
});

test('stays unsynchronized by its outgrown bound while the source is lost', () => {
  const outgrown = after(synchronized, refusal('unknown'), { seconds: 10_000n });
  const later = after(outgrown, refusal('unknown'), { seconds: 10_001n });
  assert.equal(later.status, 'unsynchronized');
  assert.match(String(later.reason), /over the limit/);
});

test('is synchronized again when the source comes back', () => {
  const holdover = after(synchronized, refusal('unknown'), { seconds: 5n });
  const fresh = offsetReading({ asOfNs: HOST_MONOTONIC_NS + 6n * SECOND_NS });
  const state = after(holdover, fresh, { seconds: 6n });
  assert.deepEqual([state.status, state.reason, state.reading], ['synchronized', null, fresh]);
  assert.equal(state.lastAsOfNs, fresh.asOfNs);
});

for (const kind of ['unsynchronized', 'contradictory'] as const) {
  test(`does not hold over when the source says ${kind}: its earlier offset is disowned`, () => {
    const state = after(synchronized, refusal(kind));
    assert.deepEqual([state.status, state.reading, state.lastReading], [kind, null, null]);
    assert.equal(after(state, refusal('unknown')).status, 'unknown');
  });
}

test('drops the last offset when the host clock was stepped', () => {
  const stepped = { baseNs: BASE_NS + SECOND_NS };
  const state = after(synchronized, refusal('unknown'), stepped);
  assert.deepEqual([state.status, state.reading, state.lastReading], ['unknown', null, null]);
  assert.equal(state.baseNs, stepped.baseNs);
});

test('remembers over a step when the source last gave an offset', () => {
  const state = after(synchronized, refusal('unknown'), { baseNs: BASE_NS + SECOND_NS });
  assert.equal(state.lastAsOfNs, HOST_MONOTONIC_NS);
});

test('keeps the base as first measured while later measurements scatter around it', () => {
  assert.equal(after(synchronized, offsetReading(), { baseNs: BASE_NS + 999n }).baseNs, BASE_NS);
});
