import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage } from '../../lib/language.ts';
import { deviceOffsetText } from './device-offset-text.ts';

const ENGLISH = chooseLanguage('en', []);

const text = (offsetMs: number, boundMs: number, stepMs = 0.1) =>
  deviceOffsetText({ offsetMs, boundMs, scale: 'utc', stepMs }, ENGLISH)?.replaceAll('\u00a0', ' ');

test('a device is ahead or behind by what its bound leaves certain', () => {
  assert.equal(text(1_234.12, 0.82), 'Your device is 1.2341 s ahead of UTC, ± 0.87 ms.');
  assert.equal(text(-1_234.12, 0.82), 'Your device is 1.2341 s behind UTC, ± 0.87 ms.');
});

test('a step that is held is kept, though the bound would leave more certain', () => {
  assert.equal(text(1_234.12, 0.82, 1), 'Your device is 1.234 s ahead of UTC, ± 1.4 ms.');
});

test('no sign is stated while nought lies within the bound', () => {
  assert.equal(text(0.5, 0.8), 'Your device agrees with UTC to within 1.3 ms.');
  assert.equal(text(-0.5, 0.8), text(0.5, 0.8));
  // Nor while a coarser step that is held would show nought, or a bound beyond it.
  assert.equal(text(3, 2, 10), 'Your device agrees with UTC to within 5.0 ms.');
  assert.match(text(12, 9.5, 10) ?? '', /^Your device agrees with UTC to within 22 ms/);
});

test("where UTC isn't known, the device is held against the server's clock", () => {
  const offset = { offsetMs: 300, boundMs: 1, scale: 'host', stepMs: 1 } as const;
  assert.match(deviceOffsetText(offset, ENGLISH) ?? '', /ahead of the server/);
});

test('nothing is said before anything is known', () => {
  assert.equal(deviceOffsetText(null, ENGLISH), null);
});
