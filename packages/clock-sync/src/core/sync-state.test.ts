import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ExchangeFacts, exchangeWith } from './exchange.fixture.ts';
import type { Interval } from './growing-interval.ts';
import {
  hostIntervalAt,
  initialState,
  type SyncState,
  utcIntervalAt,
  withDeviceClockChange,
  withExchange,
} from './sync-state.ts';

const ASSUMPTIONS = {
  host: { stepMs: 0, driftLimit: 100e-6, driftChange: 100e-6 },
  utc: { stepMs: 0, driftLimit: 150e-6, driftChange: 150e-6 },
};

function after(...exchanges: ExchangeFacts[]): SyncState {
  return exchanges.map(exchangeWith).reduce(withExchange, initialState(ASSUMPTIONS));
}

function hostWidthMs(state: SyncState, atMs: number): number {
  const bounds = hostIntervalAt(state, atMs);
  assert.ok(bounds !== null);
  return bounds.latestMs - bounds.earliestMs;
}

test('nothing is known before the first exchange', () => {
  assert.equal(hostIntervalAt(after(), 0), null);
  assert.equal(utcIntervalAt(after(), 0), null);
});

test('a short round trip keeps the interval narrow through longer ones', () => {
  const state = after({ sentAtMs: 0, roundTripMs: 2 }, { sentAtMs: 10, roundTripMs: 80 });
  assert.ok(hostWidthMs(state, 90) < 2.1);
});

test('host clocks with different ids are never intersected', () => {
  const state = after({ clockId: 'a' }, { clockId: 'b', sentAtMs: 10, hostAheadMs: 500 });
  assert.equal(state.lastReset, null);
  assert.equal(state.hosts.byId.size, 2);
});

test('the first clock stays elected while others answer too', () => {
  const state = after({ clockId: 'a' }, { clockId: 'b' }, { clockId: 'b' }, { clockId: 'b' });
  assert.equal(state.hosts.electedId, 'a');
});

test('a clock that is not heard in sixteen exchanges loses its election', () => {
  const others = Array.from({ length: 16 }, (_, i) => ({ clockId: 'b', sentAtMs: 10 * i }));
  const state = after({ clockId: 'a' }, ...others);
  assert.equal(state.hosts.electedId, 'b');
  assert.equal(state.hosts.byId.size, 1);
});

test('a server that makes up a clock id a time is forgotten as fast', () => {
  const made = Array.from({ length: 200 }, (_, i) => ({ clockId: `id-${i}`, sentAtMs: 10 * i }));
  assert.ok(after(...made).hosts.byId.size <= 16);
});

test('UTC is intersected across host clocks', () => {
  const state = after(
    { clockId: 'a', utcMinusHostMs: [-10, 0] },
    { clockId: 'b', hostAheadMs: 300, utcMinusHostMs: [-302, -298] },
  );
  const bounds = utcIntervalAt(state, 2);
  assert.ok(bounds !== null);
  assert.ok(bounds.latestMs - bounds.earliestMs < 5);
});

test('one host clock that contradicts itself drops everything known before', () => {
  const state = after({ utcMinusHostMs: [-1, 1] }, { sentAtMs: 10, hostAheadMs: 500 });
  const { lastReset } = state;
  assert.ok(lastReset?.cause === 'contradiction');
  assert.ok(Math.abs(lastReset.gapMs - 498) < 0.1);
  assert.equal(state.utc, null);
  assert.ok(hostWidthMs(state, 12) < 2.1);
});

test('two servers that exclude each other on UTC drop UTC and keep their host clocks', () => {
  const state = after(
    { clockId: 'a', utcMinusHostMs: [-1, 1] },
    { clockId: 'b', utcMinusHostMs: [299, 301] },
  );
  assert.equal(state.lastReset?.cause, 'contradiction');
  assert.equal(utcIntervalAt(state, 2), null);
  assert.equal(state.hosts.byId.size, 2);
});

test('a contradiction doubles the drifts assumed, and 64 exchanges that agree take that back', () => {
  const jump: ExchangeFacts = { sentAtMs: 10, hostAheadMs: 500 };
  const after = (agreeing: number) =>
    [{}, jump, ...Array.from({ length: agreeing }, () => jump)]
      .map(exchangeWith)
      .reduce(withExchange, initialState(ASSUMPTIONS));
  const driftLimit = (state: SyncState) => state.hosts.byId.get('a')?.interval.driftLimit;
  assert.equal(driftLimit(after(0)), 2 * ASSUMPTIONS.host.driftLimit);
  assert.equal(after(62).doublings, 1);
  assert.equal(after(63).doublings, 0);
});

test('UTC is believed again after three exchanges that agree', () => {
  const agreeing: ExchangeFacts = { clockId: 'b', utcMinusHostMs: [299, 301] };
  const contradicted: ExchangeFacts[] = [{ clockId: 'a', utcMinusHostMs: [-1, 1] }, agreeing];
  assert.equal(utcIntervalAt(after(...contradicted, agreeing, agreeing), 2), null);
  assert.notEqual(utcIntervalAt(after(...contradicted, agreeing, agreeing, agreeing), 2), null);
});

test('servers that go on contradicting each other are not believed when they agree by chance', () => {
  const a: ExchangeFacts = { clockId: 'a', utcMinusHostMs: [-1, 1] };
  const b: ExchangeFacts = { clockId: 'b', utcMinusHostMs: [299, 301] };
  const state = after(a, b, a, b, b, b, b, b);
  assert.equal(utcIntervalAt(state, 2), null);
});

test('however long the servers contradicted each other, 24 agreeing exchanges end it', () => {
  const a: ExchangeFacts = { clockId: 'a', utcMinusHostMs: [-1, 1] };
  const b: ExchangeFacts = { clockId: 'b', utcMinusHostMs: [299, 301] };
  const misled = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? a : b));
  const agreeing = Array.from({ length: 24 }, () => b);
  assert.equal(utcIntervalAt(after(...misled, ...agreeing.slice(1)), 2), null);
  assert.notEqual(utcIntervalAt(after(...misled, ...agreeing), 2), null);
});

test('a server whose sources contradict each other takes back what it said of UTC', () => {
  const state = after({ utcMinusHostMs: [-1, 1] }, { status: 'contradictory' });
  assert.equal(utcIntervalAt(state, 2), null);
});

test('UTC goes on growing when the server can no longer bound it', () => {
  const state = after({ utcMinusHostMs: [-1, 1] }, { status: 'unsynchronized', sentAtMs: 10 });
  assert.notEqual(utcIntervalAt(state, 20), null);
});

test('a host clock that stepped is followed at once, without a contradiction', () => {
  const state = after({ hostBaseNs: 0n }, { hostBaseNs: 500_000_000n, hostAheadMs: 500 });
  assert.equal(state.lastReset?.cause, 'host-clock-changed');
  assert.equal(state.contradictions, 0);
  const bounds = hostIntervalAt(state, 2);
  assert.ok(bounds !== null && bounds.earliestMs > 400);
});

test('bases within a millisecond are the same base', () => {
  const state = after({ hostBaseNs: 0n }, { hostBaseNs: 1_000_000n, sentAtMs: 5 });
  assert.equal(state.lastReset, null);
});

test('an exchange that contradicts itself is refused', () => {
  const exchange = { ...exchangeWith(), hostSentNs: exchangeWith().hostReceivedNs + 10_000_000n };
  const state = withExchange(after({ sentAtMs: -10 }), exchange);
  assert.equal(state.lastReset?.cause, 'contradiction');
  assert.equal(hostIntervalAt(state, 2), null);
});

test('a device that slept knows nothing any more', () => {
  const state = withDeviceClockChange(after({ utcMinusHostMs: [-1, 1] }), {
    atMs: 77,
    partedMs: 5_000,
  });
  assert.deepEqual(state.lastReset, { atMs: 77, cause: 'device-clock-changed', partedMs: 5_000 });
  assert.equal(hostIntervalAt(state, 80), null);
  assert.equal(utcIntervalAt(state, 80), null);
});

test('a sample tells what its exchange alone allows, and what all until then do', () => {
  const [, second] = after(
    { roundTripMs: 2, utcMinusHostMs: [-1, 1] },
    { sentAtMs: 10, roundTripMs: 80, utcMinusHostMs: [-1, 1] },
  ).samples;
  assert.ok(second?.utc && second.known.utc);
  const widthMs = ({ earliestMs, latestMs }: Interval) => latestMs - earliestMs;
  assert.ok(widthMs(second.host) > 80 && widthMs(second.known.host) < 2.1);
  assert.ok(widthMs(second.utc) > 82 && widthMs(second.known.utc) < 4.1);
});

test('a sample of a moment at which UTC was taken back tells so', () => {
  const { samples } = after(
    { utcMinusHostMs: [-1, 1] },
    { sentAtMs: 10, status: 'contradictory' },
    { sentAtMs: 20, utcMinusHostMs: [-1, 20] },
  );
  assert.equal(samples[1]?.known.utc, null);
  assert.deepEqual(samples[2]?.known.utc, samples[2]?.utc);
});

test('at most sixty samples are kept, oldest first', () => {
  const state = after(...Array.from({ length: 70 }, (_, i) => ({ sentAtMs: 10 * i })));
  assert.equal(state.samples.length, 60);
  assert.equal(state.samples[0]?.sentAtMs, 100);
});
