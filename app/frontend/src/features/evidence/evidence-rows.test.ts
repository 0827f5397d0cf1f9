import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reset, ServerClockState } from '@dataiku-assessment/clock-sync';
import { chooseLanguage } from '../../lib/language.ts';
import { evidenceRows } from './evidence-rows.ts';

function values(roundTripsMs: readonly number[], lastReset: Reset | null): string[] {
  const bounds = { earliestMs: 0, latestMs: 1 };
  const samples = roundTripsMs.map((roundTripMs) => ({
    sentAtMs: 0,
    receivedAtMs: 0,
    roundTripMs,
    clockId: 'a',
    host: bounds,
    utc: null,
  }));
  const state: ServerClockState = {
    connection: 'online',
    error: null,
    server: { status: 'unknown', reason: 'none', source: 'none', clockId: 'a' },
    samples,
    lastReset,
  };
  return evidenceRows(state, chooseLanguage('en', [])).map(({ value }) =>
    value.replace('\u00a0', ' '),
  );
}

test('the round trips are the last one and the shortest', () => {
  assert.deepEqual(values([3, 1.5, 2], null), ['2.0 ms', '1.5 ms', '3', 'a', 'none so far']);
});

test('without an exchange there are no figures', () => {
  assert.deepEqual(values([], null).slice(0, 3), ['none so far', 'none so far', '0']);
});

test('a start over says what happened', () => {
  const last = (reset: Reset) => values([1], reset).at(-1);
  assert.equal(
    last({ atMs: 0, cause: 'contradiction', gapMs: 300 }),
    'two clocks disagreed by 300 ms',
  );
  assert.equal(
    last({ atMs: 0, cause: 'server-clock-changed', gapMs: null }),
    'the server’s clock was set',
  );
});
