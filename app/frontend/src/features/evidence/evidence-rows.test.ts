import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reset, ServerClockState } from '@dataiku-assessment/clock-sync';
import { belowLanguage } from '../../lib/below-language.ts';
import { chooseLanguage } from '../../lib/language.ts';
import { sampleWith } from '../../lib/sample.fixture.ts';
import { evidenceRows } from './evidence-rows.ts';

function values(roundTripsMs: readonly number[], lastReset: Reset | null): string[] {
  const samples = roundTripsMs.map((roundTripMs) => sampleWith({ roundTripMs }));
  const state: ServerClockState = {
    connection: 'online',
    error: null,
    server: { status: 'unknown', reason: 'none', source: 'none', clockId: 'a' },
    samples,
    lastReset,
  };
  return evidenceRows(state, belowLanguage(chooseLanguage('en', []))).map(({ value }) =>
    value.replace('\u00a0', ' '),
  );
}

test('the round trips are the last one and the shortest', () => {
  assert.deepEqual(values([3, 1.5, 2], null), ['2.0 ms', '1.5 ms', '3', 'a', 'none so far']);
});

test('without an exchange there are no figures', () => {
  assert.deepEqual(values([], null).slice(0, 3), ['none so far', 'none so far', '0']);
});

test('a reset says what happened, and no more than is known of it', () => {
  const last = (reset: Reset) => values([1], reset).at(-1);
  assert.equal(
    last({ atMs: 0, cause: 'contradiction', gapMs: 298.9 }),
    'two clocks disagreed by at least 290 ms',
  );
  assert.equal(last({ atMs: 0, cause: 'server-clock-changed' }), 'the server’s clock was set');
});
