import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerStatement } from '@dataiku-assessment/clock-sync';
import { knowledge } from './knowledge.ts';

const server = (status: ServerStatement['status']): ServerStatement => ({
  status,
  reason: null,
  source: 'ntp',
  clockId: 'a',
});

test('a reading is known, held over, unknown against UTC, or not there yet', () => {
  assert.equal(knowledge(null, null), 'connecting');
  assert.equal(knowledge('utc', server('synchronized')), 'known');
  assert.equal(knowledge('utc', server('holdover')), 'holdover');
  assert.equal(knowledge('utc', null), 'holdover');
  assert.equal(knowledge('host', server('unsynchronized')), 'unknown');
});
