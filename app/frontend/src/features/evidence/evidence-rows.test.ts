import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reset, SyncedClockState } from '@dataiku-assessment/clock-sync';
import { belowLanguage, loadBelowTexts } from '../../lib/below-language.ts';
import type { HomeZone } from '../../lib/home-zone.ts';
import { chooseLanguage } from '../../lib/language.ts';
import { sampleWith } from '../../lib/sample.fixture.ts';
import { evidenceRows } from './evidence-rows.ts';

await loadBelowTexts('en');

/** The value of each row, by its term. */
function rows(
  roundTripsMs: readonly number[],
  lastReset: Reset | null = null,
  home: HomeZone | null = null,
) {
  const samples = roundTripsMs.map((roundTripMs) => sampleWith({ roundTripMs }));
  const state: SyncedClockState = {
    connection: 'online',
    error: null,
    server: {
      status: 'unknown',
      reason: 'no clock source is configured',
      source: 'none',
      authenticated: null,
      clockId: 'a',
    },
    samples,
    lastReset,
  };
  return Object.fromEntries(
    evidenceRows(state, home, belowLanguage(chooseLanguage('en', []))).map(({ term, value }) => [
      term,
      value.replace('\u00a0', ' '),
    ]),
  );
}

test('the round trips are the last one and the shortest', () => {
  assert.deepEqual(rows([3, 1.5, 2]), {
    'Source of UTC': 'none so far',
    'Reason given by the server': 'no clock source is configured',
    'Last round trip': '2.0 ms',
    'Shortest round trip': '1.5 ms',
    'Exchanges shown': '3',
    'Server’s clock': 'a',
    'Last reset': 'none so far',
    'Zone data': 'none so far',
  });
});

test('without an exchange there are no figures', () => {
  const { 'Last round trip': last, 'Shortest round trip': shortest } = rows([]);
  assert.deepEqual([last, shortest], ['none so far', 'none so far']);
});

test('a reset says what happened, and no more than is known of it', () => {
  const last = (reset: Reset) => rows([1], reset)['Last reset'];
  assert.equal(
    last({ atMs: 0, cause: 'contradiction', gapMs: 298.9 }),
    'two clocks disagreed by at least 290 ms',
  );
  assert.equal(last({ atMs: 0, cause: 'host-clock-changed' }), 'the server’s clock was set');
});

test("the zone data is the server's, and a browser with other rules is told so", () => {
  const zoneData = (differs: boolean) =>
    rows([1], null, { id: 'America/Winnipeg', tzdb: '2026f', differs })['Zone data'];
  assert.equal(zoneData(false), 'The server’s, release 2026f of the tz database.');
  assert.equal(
    zoneData(true),
    'The server’s, release 2026f of the tz database. Your browser has other rules for America/Winnipeg: the page shows your time by the server’s.',
  );
});
