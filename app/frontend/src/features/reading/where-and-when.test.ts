import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chooseLanguage } from '../../lib/language.ts';
import { whereAndWhen } from './where-and-when.ts';

const zoneBefore = process.env.TZ;
after(() => {
  process.env.TZ = zoneBefore;
});

const EVENING_MS = Date.UTC(2026, 10, 22, 23, 30);

test("the day is the visitor's, with its week, its number and the zone", () => {
  process.env.TZ = 'Europe/Paris';
  assert.deepEqual(whereAndWhen(EVENING_MS, chooseLanguage('en', ['en-GB'])), [
    'Monday, 23 November 2026',
    'week 48',
    'day 327',
    'Europe/Paris, UTC+1',
  ]);
  assert.equal(whereAndWhen(EVENING_MS, chooseLanguage('fr', []))[0], 'lundi 23 novembre 2026');
});

test('a zone without an offset is named once', () => {
  process.env.TZ = 'UTC';
  assert.deepEqual(whereAndWhen(EVENING_MS, chooseLanguage('en', [])).slice(1), [
    'week 47',
    'day 326',
    'UTC',
  ]);
});
