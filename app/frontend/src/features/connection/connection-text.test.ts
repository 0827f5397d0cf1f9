import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sample, ServerClockState } from '@dataiku-assessment/clock-sync';
import { chooseLanguage } from '../../lib/language.ts';
import { connectionText } from './connection-text.ts';

const SAMPLE: Sample = {
  sentAtMs: 0,
  receivedAtMs: 2,
  roundTripMs: 2,
  clockId: 'a',
  host: { earliestMs: 0, latestMs: 2 },
  utc: null,
};

function text(
  connection: ServerClockState['connection'],
  samples: readonly Sample[],
  measuredMs: number | null = null,
): string {
  const state = { connection, error: null, server: null, samples, lastReset: null };
  const toServer = (monotonicMs: number) => ({
    estimateMs: new Date(2026, 10, 23, 10, 58, 4).getTime() + monotonicMs,
    earliestMs: 0,
    latestMs: 0,
    boundMs: 0,
  });
  return connectionText(state, measuredMs, toServer, chooseLanguage('en', ['en-GB']));
}

test('a connection is on its way, there, or gone', () => {
  assert.equal(text('connecting', []), 'Asking the server for the time …');
  assert.equal(text('online', [SAMPLE]), 'Connected.');
  assert.equal(text('offline', []), 'The server doesn’t answer. Trying again.');
});

test('a lost connection says since when, by the server’s clock', () => {
  assert.match(text('offline', [SAMPLE]), /^No answer from the server since 10:58:04/);
});

test('what an earlier visit measured says when that was, and what it rests on', () => {
  const said = text('offline', [], new Date(2026, 10, 22, 9, 5).getTime());
  assert.match(said, /measured at 22 November 2026 at 09:05 and goes on by your device’s clock/);
});
