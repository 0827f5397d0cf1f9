import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerStatus, SyncedClockState } from '@dataiku-assessment/clock-sync';
import { chooseLanguage } from '../../lib/language.ts';
import { sampleWith } from '../../lib/sample.fixture.ts';
import { serverStatusText } from './server-status-text.ts';

const STATEMENT: ServerStatus = {
  status: 'synchronized',
  reason: null,
  source: 'ntp',
  authenticated: false,
  clockId: 'a',
};
const SAMPLES = [
  sampleWith({ utc: { earliestMs: -0.8, latestMs: 2.8 } }),
  sampleWith({ clockId: 'b', utc: { earliestMs: -50, latestMs: 50 } }),
];

function text(
  statement: Partial<ServerStatus>,
  connection: SyncedClockState['connection'] = 'online',
): string {
  const state = { connection, server: { ...STATEMENT, ...statement }, samples: SAMPLES };
  return serverStatusText(state, chooseLanguage('en', [])).replaceAll('\u00a0', ' ');
}

test("a synchronised server is quoted with its own bound, not another server's", () => {
  assert.equal(text({}), 'The server knows UTC to within 0.80 ms, by NTP.');
  assert.match(text({ source: 'kernel' }), /from its kernel\.$/);
  assert.match(text({ authenticated: true }), /within 0\.80 ms, by NTP, authenticated\.$/);
});

test('each other status is said in words', () => {
  assert.match(
    text({ status: 'holdover' }),
    /lost its source of UTC\. Its own clock keeps UTC to within 0\.80 ms\.$/,
  );
  assert.match(text({ status: 'contradictory' }), /contradict each other/);
  for (const status of ['unsynchronized', 'unknown'] as const) {
    assert.match(text({ status }), /can’t tell how far it is from UTC/);
  }
});

test('a server that no longer answers is quoted in the past', () => {
  assert.equal(text({}, 'offline'), 'The server last knew UTC to within 0.80 ms, by NTP.');
  assert.match(text({ status: 'holdover' }, 'offline'), /had lost .* kept UTC to within 0\.80 ms/);
  assert.match(text({ status: 'contradictory' }, 'offline'), /contradicted each other/);
  for (const status of ['unsynchronized', 'unknown'] as const) {
    assert.match(text({ status }, 'offline'), /couldn’t tell how far it was/);
  }
});

test('nothing is said of a server that was not asked, nor a bound that it never gave', () => {
  const language = chooseLanguage('en', []);
  const state = { connection: 'online', server: null, samples: [] } as const;
  assert.match(serverStatusText(state, language), /is not known yet/);
  assert.match(serverStatusText({ ...state, server: STATEMENT }, language), /is not known yet/);
});
