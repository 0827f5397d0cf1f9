import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerStatus, SyncedClockState } from '@dataiku-assessment/clock-sync';
import { knowledge } from './knowledge.ts';

const state = (
  connection: SyncedClockState['connection'],
  status: ServerStatus['status'] = 'synchronized',
) => ({
  connection,
  server: { status, reason: null, source: 'ntp', authenticated: false, clockId: 'a' },
});

test('a reading is known, unknown against UTC, or not there yet', () => {
  assert.equal(knowledge(null, { connection: 'connecting', server: null }), 'connecting');
  assert.equal(knowledge('utc', state('online')), 'known');
  assert.equal(knowledge('host', state('online', 'unsynchronized')), 'unknown');
  assert.equal(knowledge('host', state('offline', 'unknown')), 'unknown');
});

test('what is known of UTC is held over while nobody vouches for it', () => {
  for (const status of ['holdover', 'contradictory', 'unsynchronized', 'unknown'] as const) {
    assert.equal(knowledge('utc', state('online', status)), 'holdover', status);
  }
  assert.equal(knowledge('utc', state('offline')), 'holdover');
  assert.equal(knowledge('utc', { connection: 'offline', server: null }), 'holdover');
});
