import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage, loadTexts } from '../../lib/language.ts';
import { visitFrom } from '../../lib/time-zone.fixture.ts';
import { whereAndWhen } from './where-and-when.ts';

await loadTexts('fr');

const EVENING_MS = Date.UTC(2026, 10, 22, 23, 30);

test("the day is the visitor's, with its week, its number and the zone", () => {
  visitFrom('Europe/Paris');
  assert.deepEqual(whereAndWhen(EVENING_MS, chooseLanguage('en', ['en-GB'])), {
    place: 'Paris',
    date: 'Monday, 23 November 2026',
    calendar: 'week 48, day 327',
    offset: 'UTC+1',
  });
  assert.equal(whereAndWhen(EVENING_MS, chooseLanguage('fr', [])).date, 'lundi 23 novembre 2026');
});

test('a visitor in UTC is in UTC', () => {
  visitFrom('UTC');
  const { place, offset } = whereAndWhen(EVENING_MS, chooseLanguage('en', []));
  assert.deepEqual([place, offset], ['UTC', 'UTC']);
});

test('a zone whose sign is inverted is named by its offset', () => {
  visitFrom('Etc/GMT-1');
  assert.equal(whereAndWhen(EVENING_MS, chooseLanguage('en', [])).place, 'UTC+1');
});
