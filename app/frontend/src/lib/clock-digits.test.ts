import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockDigits, clockText, machineTime, NO_DIGITS, supportedDigits } from './clock-digits.ts';

const MOMENT_MS = Date.UTC(2026, 10, 23, 10, 58, 6, 879) + 0.9;

test('a digit is supported while the bound is at most half of its unit', () => {
  const bounds = [0.01, 0.5, 0.51, 5, 5.1, 50, 51, 500, 501, 5_000, 5_001, 30_000];
  assert.deepEqual(bounds.map(supportedDigits), [9, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4]);
});

test('a bound that is no number supports nothing', () => {
  assert.equal(supportedDigits(Number.NaN), 0);
  assert.equal(supportedDigits(Number.POSITIVE_INFINITY), 0);
});

test('digits are cut off, not rounded', () => {
  assert.equal(clockDigits(MOMENT_MS, 9).join(''), '105806879');
  assert.equal(clockDigits(MOMENT_MS, 7).join(''), '1058068');
});

test('an unsupported digit is a dash before the point and nothing after it', () => {
  assert.equal(clockDigits(MOMENT_MS, 5).join(''), '10580–');
  assert.equal(NO_DIGITS.join(''), '––––––');
});

test('the machine-readable time carries the shown digits and no more', () => {
  const times = [9, 7, 6, 5, 4, 3].map((supported) => machineTime(MOMENT_MS, supported));
  assert.deepEqual(times, [
    '2026-11-23T10:58:06.879Z',
    '2026-11-23T10:58:06.8Z',
    '2026-11-23T10:58:06Z',
    '2026-11-23T10:58Z',
    '2026-11-23T10:58Z',
    '2026-11-23',
  ]);
});

test('digits read as a clock, down to seconds or to minutes', () => {
  const digits = clockDigits(Date.UTC(2026, 10, 23, 10, 58, 6), 5);
  assert.equal(clockText(digits), '10:58:0–');
  assert.equal(clockText(digits, 4), '10:58');
});
