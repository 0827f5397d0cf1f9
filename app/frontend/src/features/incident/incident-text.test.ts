import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reset, Sample } from '@dataiku-assessment/clock-sync';
import { chooseLanguage } from '../../lib/language.ts';
import type { DeviceChange } from './device-change.ts';
import { incidentText } from './incident-text.ts';

const ENGLISH = chooseLanguage('en', []);

const sampleAt = (receivedAtMs: number): Sample => ({
  sentAtMs: receivedAtMs - 2,
  receivedAtMs,
  roundTripMs: 2,
  clockId: 'a',
  host: { earliestMs: 0, latestMs: 2 },
  utc: null,
});

function text(lastReset: Reset | null, change: DeviceChange | null = null, nowMs = 1_000) {
  const said = incidentText({ lastReset, samples: [sampleAt(nowMs)] }, change, ENGLISH);
  return said?.replaceAll('\u00a0', ' ') ?? null;
}

test('nothing is said while nothing happened', () => {
  assert.equal(text(null), null);
});

test('a contradiction is said with its size', () => {
  const said = text({ atMs: 0, cause: 'contradiction', gapMs: 300 });
  assert.match(said ?? '', /^Two clocks disagree by 300 ms\./);
});

test('a step of the server, a sleep and a step of the device are told apart', () => {
  assert.match(text({ atMs: 0, cause: 'server-clock-changed', gapMs: null }) ?? '', /The server/);
  const device: Reset = { atMs: 0, cause: 'device-clock-changed', gapMs: null };
  assert.match(text(device) ?? '', /slept, or its clock was set/);
  assert.match(text(device, { kind: 'slept' }) ?? '', /just woke/);
  assert.match(
    text(device, { kind: 'set', byMs: 3_600_000.04 }) ?? '',
    /set forward by 1 h 0 min 0\.0 s/,
  );
  assert.match(text(device, { kind: 'set', byMs: -300 }) ?? '', /set back by 300 ms/);
});

test('after a minute of exchanges it is no news', () => {
  const reset: Reset = { atMs: 0, cause: 'server-clock-changed', gapMs: null };
  assert.notEqual(text(reset, null, 60_000), null);
  assert.equal(text(reset, null, 60_001), null);
});

test('as long as nobody answers it stays', () => {
  const reset: Reset = { atMs: 0, cause: 'server-clock-changed', gapMs: null };
  assert.notEqual(incidentText({ lastReset: reset, samples: [] }, null, ENGLISH), null);
});
