import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeText } from './date-time-format.ts';
import { halfOfDay, toTwelveHours } from './hours.ts';
import { chooseLanguage } from './language.ts';

const NOON_MS = Date.UTC(2026, 10, 28, 12, 5);
const MIDNIGHT_MS = Date.UTC(2026, 10, 28, 0, 5);
const times = (hours: 'h12' | 'h23' | null, ...preferred: string[]) => {
  const { locale } = chooseLanguage(null, preferred, hours);
  return [MIDNIGHT_MS, NOON_MS].map((ms) => timeText(ms, locale).replaceAll(/\s/g, ' '));
};

test('hours are counted as the visitor’s language counts them', () => {
  assert.deepEqual(times(null, 'en-US'), ['12:05 AM', '12:05 PM']);
  assert.deepEqual(times(null, 'en-GB'), ['00:05', '12:05']);
  assert.deepEqual(times(null, 'fr'), ['00:05', '12:05']);
});

test('a visitor may choose the other way', () => {
  assert.deepEqual(times('h23', 'en-US'), ['00:05', '12:05']);
  assert.deepEqual(times('h12', 'en-GB'), ['12:05 am', '12:05 pm']);
});

test('a day of two times twelve hours begins each half at twelve', () => {
  const dial = (hour: number) => {
    const ms = Date.UTC(2026, 10, 28, hour, 5);
    return `${new Date(toTwelveHours(ms)).getUTCHours()} ${halfOfDay(ms, 'en-US')}`;
  };
  assert.deepEqual([0, 1, 11, 12, 13, 23].map(dial), [
    '12 AM',
    '1 AM',
    '11 AM',
    '12 PM',
    '1 PM',
    '11 PM',
  ]);
});
