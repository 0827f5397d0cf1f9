import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reset } from '@dataiku-assessment/clock-sync';
import { chooseLanguage } from '../../lib/language.ts';
import type { DeviceChange } from './device-change.ts';
import { incidentText } from './incident-text.ts';

const DEVICE_CHANGED: Reset = { atMs: 0, cause: 'device-clock-changed', partedMs: 1 };

function text(reset: Reset | null, change: DeviceChange | null = null, atMs = 1_000) {
  const said = incidentText(reset, change, atMs, chooseLanguage('en', []));
  return said?.replaceAll('\u00a0', ' ') ?? null;
}

test('nothing is said while nothing happened', () => {
  assert.equal(text(null), null);
});

test('a contradiction is said with its least size', () => {
  const said = text({ atMs: 0, cause: 'contradiction', gapMs: 299.9 });
  assert.match(said ?? '', /^Two clocks disagree by at least 290 ms\./);
});

test('a step of the server, a sleep and a step of the device are told apart', () => {
  assert.match(text({ atMs: 0, cause: 'host-clock-changed' }) ?? '', /The server/);
  assert.match(text(DEVICE_CHANGED) ?? '', /slept, or its clock was set/);
  assert.match(text(DEVICE_CHANGED, { kind: 'slept' }) ?? '', /just woke/);
});

test('a device that was set is told by how much, and how sure that is', () => {
  const said = (byMs: number, boundMs: number) =>
    text(DEVICE_CHANGED, { kind: 'set', byMs, boundMs }) ?? '';
  assert.match(said(3_600_000.04, 4), /set forward by 1 h 0 min 0\.000 s, ± 4\.5 ms\./);
  assert.match(said(-300, 12), /set back by 300 ms, ± 17 ms\./);
});

test('after a minute it is no news, whether anybody answers or not', () => {
  const reset: Reset = { atMs: 0, cause: 'host-clock-changed' };
  assert.notEqual(text(reset, null, 60_000), null);
  assert.equal(text(reset, null, 60_001), null);
});
