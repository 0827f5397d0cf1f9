import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepShownMoment } from './shown-moment.ts';
import type { Frame } from './ticker.ts';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2026, 10, 28, 13, 31);
const THURSDAY = '2026-12-03T06:00:00Z';

/** A page at `search`, while the server's time is known. */
function open(search: string) {
  const query = new URLSearchParams(search);
  const written: (string | null)[] = [];
  const clock = { ms: NOW_MS };
  const listeners: Record<'ticker' | 'address', () => void> = { ticker() {}, address() {} };
  const moment = keepShownMoment(
    {
      get: (name) => query.get(name),
      set(name, value) {
        written.push(value);
        if (value === null) query.delete(name);
        else query.set(name, value);
      },
      subscribe(listener) {
        listeners.address = listener;
        return () => {};
      },
    },
    {
      getFrame: () => ({ reading: { estimateMs: clock.ms } }) as Frame,
      subscribe(listener) {
        listeners.ticker = listener;
        return () => {};
      },
    },
    () => 0,
  );
  return { moment, query, written, clock, listeners };
}

test('without a moment in the address it is now, and the day moves on with the hours', () => {
  const { moment, clock, listeners } = open('');
  assert.equal(moment.getMs(), null);
  assert.equal(moment.getStartMs(), Date.UTC(2026, 10, 28, 3));
  clock.ms += HOUR_MS;
  listeners.ticker();
  assert.equal(moment.getStartMs(), Date.UTC(2026, 10, 28, 4));
});

test('an address opens on its moment', () => {
  const { moment } = open(`?at=${THURSDAY}`);
  assert.equal(moment.getMs(), Date.parse(THURSDAY));
  assert.equal(moment.getStartMs(), Date.UTC(2026, 11, 2, 20));
  assert.equal(moment.getInvalid(), null);
});

test('what is no moment, or in a year that no zone is known in, is told', () => {
  for (const text of ['noon', '2026-02-30T00:00Z', '1899-12-31T00:00Z', '2101-01-01T00:00Z']) {
    const { moment } = open(`?at=${text}`);
    assert.deepEqual([moment.getMs(), moment.getInvalid()], [null, text]);
  }
});

test('the day stays while the moment moves within it, and follows it beyond', () => {
  const { moment } = open(`?at=${THURSDAY}`);
  const startMs = moment.getStartMs();
  moment.travel(startMs + HOUR_MS);
  assert.equal(moment.getStartMs(), startMs);
  moment.travel(startMs + 0.5 * HOUR_MS);
  assert.equal(moment.getStartMs(), startMs - 10 * HOUR_MS);
  moment.travel(null);
  assert.equal(moment.getStartMs(), Date.UTC(2026, 10, 28, 3));
});

test('the address is written when the moment is kept, not while it moves', () => {
  const { moment, query, written } = open('');
  moment.travel(Date.parse(THURSDAY));
  assert.deepEqual(written, []);
  moment.keep();
  moment.keep();
  assert.deepEqual(written, [THURSDAY]);
  moment.travel(null);
  moment.keep();
  assert.equal(query.get('at'), null);
});

test('a moment out of range changes nothing', () => {
  const { moment } = open('');
  moment.travel(Date.UTC(2101, 0));
  assert.equal(moment.getMs(), null);
});

test('the way back leads to the moment that was shown', () => {
  const { moment, query, listeners } = open(`?at=${THURSDAY}`);
  query.delete('at');
  listeners.address();
  assert.equal(moment.getMs(), null);
});
