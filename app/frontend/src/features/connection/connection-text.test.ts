import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sample, SyncedClockState } from '@dataiku-assessment/clock-sync';
import { chooseLanguage } from '../../lib/language.ts';
import { sampleWith } from '../../lib/sample.fixture.ts';
import { connectionText } from './connection-text.ts';

const SAMPLE = sampleWith();

function text(
  connection: SyncedClockState['connection'],
  samples: readonly Sample[],
  measuredMs: number | null = null,
): string {
  const timeAt = (monotonicMs: number) => new Date(2026, 10, 23, 10, 58).getTime() + monotonicMs;
  const language = chooseLanguage('en', ['en-GB']);
  return connectionText({ connection, samples }, measuredMs, timeAt, language);
}

test('a connection is on its way, there, or gone', () => {
  assert.equal(text('connecting', []), 'Asking the server for the time…');
  assert.equal(text('online', [SAMPLE]), 'Connected.');
  assert.equal(text('offline', []), 'The server gives no time. Trying again.');
});

test('a lost connection says since when, by the time that is shown', () => {
  assert.match(
    text('offline', [SAMPLE]),
    /^The server has given no time since 23 Nov 2026, 10:58\./,
  );
});

test('what an earlier visit measured says when that was, and what it rests on', () => {
  const said = text('offline', [], new Date(2026, 10, 22, 9, 5).getTime());
  assert.match(said, /measured on 22 Nov 2026, 09:05 and carried on by your device’s clock/);
});
