import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage, loadTexts } from '../../lib/language.ts';
import { accuracyWords } from './accuracy-words.ts';

await loadTexts('fr');

const say = (boundMs: number, code: 'en' | 'fr' = 'en') => {
  const { lead, key } = accuracyWords({ boundMs, scale: 'utc' }, chooseLanguage(code, []));
  return `${lead} ${key}`.replaceAll('\u00a0', ' ');
};

test('a bound is said in words, never smaller than it is', () => {
  assert.equal(say(0.2), 'Right to within a thousandth of a second');
  assert.equal(say(2.1), 'Right to within 3 thousandths of a second');
  assert.equal(say(9.1), 'Right to within a hundredth of a second');
  assert.equal(say(31), 'Right to within 4 hundredths of a second');
  assert.equal(say(510), 'Right to within 6 tenths of a second');
  assert.equal(say(1_810), 'Right to within 1.9 s');
  assert.equal(say(2.1, 'fr'), 'Juste à 3 millièmes de seconde près');
});

test('a clock whose offset from UTC is unknown gets no figure', () => {
  const { lead, key } = accuracyWords({ boundMs: 0.2, scale: 'host' }, chooseLanguage('en', []));
  assert.equal(`${lead} ${key}`, 'How far from UTC: unknown');
});
