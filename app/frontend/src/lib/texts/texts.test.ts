import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_TEXTS } from './all-texts.fixture.ts';

const ENGLISH = new Map(ALL_TEXTS.get('en'));

/** Without words, a text is the same in each language. */
const hasWords = (text: string) => /\p{L}/u.test(text.replaceAll('UTC', ''));
/** Words that are spelled as in English, by language. */
const SPELLED_ALIKE: Readonly<Record<string, readonly string[]>> = {
  de: ['/alone/timeIn', '/travel/there', '/travel/countDown'],
};

for (const [code, texts] of ALL_TEXTS) {
  test(`${code} says all that English says`, () => {
    assert.deepEqual(
      texts.map(([path]) => path),
      [...ENGLISH.keys()],
    );
  });

  test(`in ${code}, nothing is left in English, and nothing is empty`, () => {
    const alike = new Set(SPELLED_ALIKE[code]);
    for (const [path, text] of texts) {
      if (path !== '/knowledge/connecting') assert.notEqual(text, '', path);
      if (code === 'en' || alike.has(path) || !hasWords(text)) continue;
      assert.notEqual(text, ENGLISH.get(path), path);
    }
  });

  test(`in ${code}, each value that a text takes is said`, () => {
    const values = (text = '') => (text.match(/\d+/g) ?? []).toSorted();
    for (const [path, text] of texts) {
      assert.deepEqual(values(text), values(ENGLISH.get(path)), path);
    }
  });

  test(`in ${code}, no line can begin with what belongs to the word before it`, () => {
    for (const [path, text] of texts) assert.doesNotMatch(text, / [:;?!»…،؛؟。、：]|« |± /, path);
  });
}

test('French has no-break spaces before its punctuation', () => {
  for (const [path, text] of ALL_TEXTS.get('fr') ?? []) {
    assert.doesNotMatch(
      text.replaceAll(/\d\d:\d\d(?::\d\d)?/g, ''),
      /[^\u00a0][:;?!»]|«[^\u00a0]/,
      path,
    );
  }
});
