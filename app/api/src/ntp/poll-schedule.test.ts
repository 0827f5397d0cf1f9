import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  afterOutcome,
  firstSchedule,
  isLost,
  nextDelayMs,
  type Outcome,
  type PollSchedule,
  withBurst,
} from './poll-schedule.ts';

const MIDDLE = 0.5;

function after(start: PollSchedule, ...outcomes: Outcome[]): PollSchedule {
  return outcomes.reduce(afterOutcome, start);
}

function times(count: number, outcome: Outcome): Outcome[] {
  return Array.from({ length: count }, () => outcome);
}

/** The delays in ms after each of so many exchanges that all end alike. */
function delaysMs(start: PollSchedule, count: number, outcome: Outcome): (number | null)[] {
  return times(count, outcome).map((_, index) =>
    nextDelayMs(after(start, ...times(index + 1, outcome)), MIDDLE),
  );
}

test('a server is asked four times at the start, 2 s apart, then at each poll', () => {
  assert.deepEqual(
    delaysMs(firstSchedule(64), 6, 'sample'),
    [2000, 2000, 2000, 64_000, 64_000, 64_000],
  );
});

test('a server that is silent is asked no more often than one that answers', () => {
  const schedule = firstSchedule(64);
  assert.deepEqual(delaysMs(schedule, 50, 'timeout'), delaysMs(schedule, 50, 'sample'));
});

test('polls come up to a tenth earlier or later', () => {
  const polling = after(firstSchedule(100), ...times(4, 'sample'));
  assert.equal(nextDelayMs(polling, 0), 90_000);
  assert.equal(nextDelayMs(polling, MIDDLE), 100_000);
  assert.ok((nextDelayMs(polling, 0.999_999) ?? Infinity) < 110_000);
});

test('a step of the host clock starts a second burst, and then the credit is spent', () => {
  const once = after(firstSchedule(64), ...times(4, 'sample'));
  assert.deepEqual(delaysMs(withBurst(once), 4, 'sample'), [2000, 2000, 2000, 64_000]);
  const twice = after(withBurst(once), ...times(4, 'sample'));
  assert.equal(nextDelayMs(withBurst(twice), MIDDLE), 64_000);
});

test('each poll earns one exchange of a burst', () => {
  const spent = after(
    withBurst(after(firstSchedule(64), ...times(4, 'sample'))),
    ...times(4, 'sample'),
  );
  const earned = withBurst(after(spent, ...times(2, 'sample')));
  assert.deepEqual(delaysMs(earned, 3, 'sample'), [2000, 64_000, 64_000]);
});

test('a clock that is set all the time at most doubles what a server is asked', () => {
  let schedule = firstSchedule(64);
  let elapsedMs = 0;
  const exchanges = 1000;
  for (let i = 0; i < exchanges; i += 1) {
    schedule = withBurst(afterOutcome(schedule, 'sample'));
    elapsedMs += nextDelayMs(schedule, MIDDLE) ?? 0;
  }
  assert.ok(elapsedMs > (exchanges / 2 - 8) * 64_000);
});

test('RATE ends the burst and doubles the time between polls, up to 1024 s', () => {
  const schedule = firstSchedule(64);
  assert.deepEqual(
    delaysMs(schedule, 6, 'kiss-rate'),
    [128_000, 256_000, 512_000, 1_024_000, 1_024_000, 1_024_000],
  );
});

test('a server that said RATE is never again asked as often as before', () => {
  const slowed = after(firstSchedule(64), 'kiss-rate', ...times(10, 'sample'));
  assert.equal(nextDelayMs(slowed, MIDDLE), 128_000);
});

for (const outcome of ['kiss-deny', 'kiss-rstr'] as const) {
  test(`${outcome} ends everything, a burst too`, () => {
    const forbidden = after(firstSchedule(64), 'sample', outcome);
    assert.equal(nextDelayMs(forbidden, MIDDLE), null);
    assert.equal(nextDelayMs(withBurst(forbidden), MIDDLE), null);
    assert.equal(isLost(forbidden), true);
  });
}

test('a server is lost after four exchanges in a row without a sample', () => {
  const heard = after(firstSchedule(64), 'sample');
  const failures: Outcome[] = ['timeout', 'unreachable', 'unresolved'];
  assert.equal(isLost(after(heard, ...failures)), false);
  assert.equal(isLost(after(heard, ...failures, 'root-distance')), true);
  assert.equal(isLost(after(heard, ...failures, 'root-distance', 'sample')), false);
  assert.equal(isLost(after(heard, ...failures, 'sample', ...failures)), false);
});
