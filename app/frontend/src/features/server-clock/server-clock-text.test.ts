import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sample, ServerStatement } from '@dataiku-assessment/clock-sync';
import { chooseLanguage } from '../../lib/language.ts';
import { serverClockText } from './server-clock-text.ts';

const STATEMENT: ServerStatement = {
  status: 'synchronized',
  reason: null,
  source: 'ntp',
  clockId: 'a',
};
const SAMPLE: Sample = {
  sentAtMs: 0,
  receivedAtMs: 2,
  roundTripMs: 2,
  clockId: 'a',
  host: { earliestMs: 0, latestMs: 2 },
  utc: { earliestMs: -0.8, latestMs: 2.8 },
};

const text = (statement: Partial<ServerStatement>) => {
  const other = { ...SAMPLE, clockId: 'b', utc: { earliestMs: -50, latestMs: 50 } };
  const server = { ...STATEMENT, ...statement };
  const said = serverClockText(server, [SAMPLE, other], chooseLanguage('en', []));
  return said.replaceAll('\u00a0', ' ');
};

test("a synchronised server is quoted with its own bound, not another server's", () => {
  assert.equal(text({}), 'The server knows UTC to within 0.80 ms, by NTP');
  assert.match(text({ source: 'kernel' }), /from its kernel$/);
});

test('each other status is said in words', () => {
  const statuses = ['holdover', 'contradictory', 'unsynchronized', 'unknown'] as const;
  const texts = statuses.map((status) => text({ status, reason: 'because' }));
  assert.match(texts[0] ?? '', /lost its source of UTC.*within 0\.80 ms and growing/);
  assert.match(texts[1] ?? '', /contradict each other/);
  assert.match(texts[2] ?? '', /can’t tell how far it is from UTC/);
});
