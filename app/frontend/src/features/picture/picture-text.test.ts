import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belowLanguage, loadBelowTexts } from '../../lib/below-language.ts';
import { chooseLanguage } from '../../lib/language.ts';
import { historyText, roundTripText } from './picture-text.ts';

await loadBelowTexts('en');

const ENGLISH = belowLanguage(chooseLanguage('en', []));
const at = (earliestMs: number, latestMs: number) => ({
  atMs: 0,
  roundTripMs: 0,
  earliestMs,
  latestMs,
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('the drawing is said in words: what exchanges leave possible alone, and together', () => {
  const known = [{ from: at(-0.4, 0.4), to: at(-0.4, 0.5) }];
  assert.equal(
    plain(historyText({ exchanges: [at(-3, 1), at(-0.5, 0.5)], known }, ENGLISH)),
    '2 exchanges. Alone, their bounds are ± 0.50 ms to ± 2.0 ms; together, the bound is ± 0.45 ms.',
  );
  assert.equal(
    plain(historyText({ exchanges: [at(-0.4, 0.4)], known }, ENGLISH)),
    '1 exchange. Its bound is ± 0.45 ms.',
  );
});

test('the round trips are the shortest, the middle one and the longest', () => {
  assert.equal(
    plain(roundTripText([4, 1.09, 2], ENGLISH)),
    'Round trips took 1.0 ms to 4.0 ms. The median of 3 was 2.0 ms.',
  );
  assert.equal(plain(roundTripText([4], ENGLISH)), 'The round trip took 4.0 ms.');
});

test('before the first exchange there are no figures', () => {
  const none = 'No exchange so far.';
  assert.equal(historyText({ exchanges: [], known: [] }, ENGLISH), none);
  assert.equal(roundTripText([], ENGLISH), none);
});
