import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Clock } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { noSource } from './clock-source.ts';
import { fakeHost, fakeSource, HOST_EPOCH_NS, offsetReading } from './fake-host.fixture.ts';
import type { HostClock } from './host-clock.ts';
import { type ClockChange, ServerClock } from './server-clock.ts';

const SECOND_NS = 1_000_000_000n;
const LOST = { kind: 'unknown', source: 'kernel', reason: 'it is lost' } as const;

function openClock(host: HostClock = fakeHost(), source = fakeSource(offsetReading())) {
  return new ServerClock({ host, source, maxBoundNs: SECOND_NS });
}

test('reads the source before it is first asked', () => {
  const { hostNs, offset, clock } = openClock().read();
  assert.equal(hostNs, HOST_EPOCH_NS);
  assert.deepEqual(offset, { minNs: -1_000_000n, maxNs: 3_000_000n });
  assert.deepEqual(clock, {
    status: 'synchronized',
    reason: null,
    source: 'kernel',
    id: 'fake-host',
    baseNs: '1795402422879106121',
    utcMinusHostNs: '1000000',
    readingAgeMs: 0,
    driftPpm: 500,
    leap: 'none',
    taiOffsetSeconds: 37,
    authenticated: false,
  });
});

test('says nothing about UTC where no source gives a bound', () => {
  const host = fakeHost();
  const source = noSource('nothing works here');
  const { offset, clock } = new ServerClock({ host, source, maxBoundNs: SECOND_NS }).read();
  assert.equal(offset, null);
  assert.deepEqual(
    [clock.status, clock.reason, clock.source, clock.utcMinusHostNs, clock.readingAgeMs],
    ['unknown', 'nothing works here', 'none', null, null],
  );
  assert.deepEqual([clock.driftPpm, clock.leap, clock.taiOffsetSeconds], [0, 'unknown', null]);
  assert.ok(Value.Check(Clock, clock));
});

test('grows the bound by the age of its reading, at every request', () => {
  const host = fakeHost();
  const clock = openClock(host);
  host.pass(2n * SECOND_NS);
  const reading = clock.read();
  assert.deepEqual(reading.offset, { minNs: -2_000_000n, maxNs: 4_000_000n });
  assert.equal(reading.clock.readingAgeMs, 2000);
});

test('does not ask the source at a request', () => {
  const source = fakeSource(offsetReading());
  const clock = openClock(fakeHost(), source);
  source.reading = LOST;
  assert.equal(clock.read().clock.status, 'synchronized');
});

test('publishes the same base while time passes', () => {
  const host = fakeHost();
  const clock = openClock(host);
  const before = clock.read().clock.baseNs;
  host.pass(3600n * SECOND_NS);
  clock.refresh();
  assert.equal(clock.read().clock.baseNs, before);
});

test('notices a step of the host clock at once, without waiting for its timer', () => {
  const host = fakeHost();
  const source = fakeSource(offsetReading());
  const clock = openClock(host, source);
  const before = BigInt(clock.read().clock.baseNs);
  source.reading = LOST;
  host.step(-60n * SECOND_NS);
  const reading = clock.read();
  assert.equal(reading.hostNs, HOST_EPOCH_NS - 60n * SECOND_NS);
  assert.equal(reading.offset, null);
  assert.equal(reading.clock.status, 'unknown');
  assert.equal(BigInt(reading.clock.baseNs) - before, -60n * SECOND_NS);
});

test('takes the new bound when the source has one right after a step', () => {
  const host = fakeHost();
  const source = fakeSource(offsetReading());
  const clock = openClock(host, source);
  source.reading = offsetReading({ minNs: -5n, maxNs: 5n });
  host.step(SECOND_NS);
  assert.deepEqual(clock.read().offset, { minNs: -5n, maxNs: 5n });
});

test('believes no reading during which the host clock was stepped', () => {
  const host = fakeHost();
  const source = {
    read() {
      host.step(SECOND_NS);
      return offsetReading();
    },
  };
  const { clock, offset } = new ServerClock({ host, source, maxBoundNs: SECOND_NS }).read();
  assert.deepEqual([clock.status, offset], ['unknown', null]);
  assert.equal(clock.reason, 'the host clock is being stepped');
});

test('reads the source once a second from its start, and not after its stop', () => {
  mock.timers.enable({ apis: ['setInterval'] });
  try {
    const source = fakeSource(offsetReading());
    const clock = openClock(fakeHost(), source);
    clock.start();
    source.reading = LOST;
    mock.timers.tick(999);
    assert.equal(clock.read().clock.status, 'synchronized');
    mock.timers.tick(1);
    assert.equal(clock.read().clock.status, 'holdover');
    clock.stop();
    source.reading = offsetReading();
    mock.timers.tick(10_000);
    assert.equal(clock.read().clock.status, 'holdover');
  } finally {
    mock.timers.reset();
  }
});

/** The changes that the clock tells of from now on. */
function changesOf(clock: ServerClock): ClockChange[] {
  const changes: ClockChange[] = [];
  clock.subscribe((change) => changes.push(change));
  return changes;
}

test('tells of a change of status, once', () => {
  const source = fakeSource(offsetReading());
  const clock = openClock(fakeHost(), source);
  const changes = changesOf(clock);
  source.reading = LOST;
  clock.refresh();
  clock.refresh();
  const statuses = changes.map(({ before, after }) => [before.status, after.status]);
  assert.deepEqual(statuses, [['synchronized', 'holdover']]);
});

test('tells of another source and of a leap second that is announced', () => {
  const source = fakeSource(offsetReading());
  const clock = openClock(fakeHost(), source);
  const changes = changesOf(clock);
  source.reading = offsetReading({ source: 'ntp' });
  clock.refresh();
  source.reading = offsetReading({ source: 'ntp', leap: 'insert' });
  clock.refresh();
  const [toNtp, toLeap] = changes.map(({ after }) => after);
  assert.deepEqual([toNtp?.source, toNtp?.reading?.leap], ['ntp', 'none']);
  assert.deepEqual([toLeap?.source, toLeap?.reading?.leap], ['ntp', 'insert']);
});

test('tells of no change while bounds come and grow', () => {
  const host = fakeHost();
  const source = fakeSource(offsetReading());
  const clock = openClock(host, source);
  const changes = changesOf(clock);
  host.pass(SECOND_NS);
  source.reading = offsetReading({ minNs: -7n, asOfNs: host.monotonicNs() });
  clock.refresh();
  assert.deepEqual(changes, []);
  assert.equal(clock.baseChanges, 0);
});

test('tells of each step of the host clock and counts them', () => {
  const host = fakeHost();
  const clock = openClock(host);
  const changes = changesOf(clock);
  host.step(60n * SECOND_NS);
  clock.read();
  host.step(-60n * SECOND_NS);
  clock.read();
  const stepsNs = changes.map(({ before, after }) => after.baseNs - before.baseNs);
  assert.deepEqual(stepsNs, [60n * SECOND_NS, -60n * SECOND_NS]);
  assert.equal(clock.baseChanges, 2);
});

test('tells nobody who no longer wants to know', () => {
  const source = fakeSource(offsetReading());
  const clock = openClock(fakeHost(), source);
  let told = 0;
  clock.subscribe(() => {
    told += 1;
  })();
  source.reading = LOST;
  clock.refresh();
  assert.equal(told, 0);
});
