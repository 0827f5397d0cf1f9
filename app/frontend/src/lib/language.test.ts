import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage, loadTexts } from './language.ts';

await Promise.all([loadTexts('fr'), loadTexts('de'), loadTexts('ar')]);

function choose(chosen: 'en' | 'fr' | null, ...preferred: string[]): string {
  const { code, locale } = chooseLanguage(chosen, preferred);
  return `${code} ${locale.replace(/-u-.*/, '')}`;
}

test("the first of the visitor's languages that the page has is taken, in the visitor's variant", () => {
  assert.equal(choose(null, 'nl-NL', 'fr-CH', 'en-GB'), 'fr fr-CH');
  assert.equal(choose(null, 'en-GB', 'fr'), 'en en-GB');
});

test('English, as it is written internationally, is for whom the page has no language', () => {
  assert.equal(choose(null, 'nl-NL'), 'en en-GB');
  assert.equal(choose(null), 'en en-GB');
});

test('a chosen language goes before, still in the preferred variant', () => {
  assert.equal(choose('fr', 'en-GB', 'fr-CA'), 'fr fr-CA');
  assert.equal(choose('fr', 'en-GB'), 'fr fr');
});

test('what Intl knows nothing of is no variant of a language', () => {
  assert.equal(choose(null, 'en-US@posix', 'en-GB'), 'en en-GB');
  assert.equal(choose(null, 'fr_FR'), 'en en-GB');
  assert.equal(choose(null, 'fr-@', 'en'), 'fr fr');
});

test('digits are Western ones in every language, as those of the large clock', () => {
  const { locale } = chooseLanguage(null, ['ar-EG']);
  assert.match(new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(0), /1970/);
});
