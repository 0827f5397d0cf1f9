import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage } from '../../lib/language.ts';
import { historyText, roundTripText } from './picture-text.ts';

const ENGLISH = chooseLanguage('en', []);
const at = (earliestMs: number, latestMs: number) => ({ atMs: 0, earliestMs, latestMs });

test('the drawing is said in words: what exchanges leave possible alone, and together', () => {
  const exchanges = [at(-3, 1), at(-0.5, 0.5)];
  const said = historyText({ exchanges, intersection: [at(-0.4, 0.5)] }, ENGLISH);
  assert.equal(
    said.replaceAll('\u00a0', ' '),
    '2 exchanges. Alone they leave from ± 0.50 ms to ± 2.0 ms possible, together ± 0.45 ms.',
  );
});

test('the round trips are the shortest, the middle one and the longest', () => {
  assert.equal(
    roundTripText([4, 1, 2], ENGLISH).replaceAll('\u00a0', ' '),
    'There and back took 1.0 ms to 4.0 ms, half of 3 times at most 2.0 ms.',
  );
});

test('before the first exchange there are no figures', () => {
  const none = 'No exchange so far.';
  assert.equal(historyText({ exchanges: [], intersection: [] }, ENGLISH), none);
  assert.equal(roundTripText([], ENGLISH), none);
});
