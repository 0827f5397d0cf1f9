import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en as enReading } from './en.ts';
import { en as enAlone } from './en-alone.ts';
import { en as enBelow } from './en-below.ts';
import { flatten } from './flatten.fixture.ts';
import { fr as frReading } from './fr.ts';
import { fr as frAlone } from './fr-alone.ts';
import { fr as frBelow } from './fr-below.ts';

const en = { ...enReading, ...enBelow, alone: enAlone };
const fr = { ...frReading, ...frBelow, alone: frAlone };

/** Symbols, and the languages' own names, which are the same in both. */
const SAME = [
  '/bound',
  '/inUtc',
  '/reference/utc',
  '/knowledge/connecting',
  '/settings/languages/en',
  '/settings/languages/fr',
];

test('French says all that English says', () => {
  assert.deepEqual(
    flatten(fr).map(([path]) => path),
    flatten(en).map(([path]) => path),
  );
});

test('nothing is left in English, and nothing is empty', () => {
  const english = new Map(flatten(en));
  const same = flatten(fr).filter(([path, text]) => english.get(path) === text);
  assert.deepEqual(
    same.map(([path]) => path),
    SAME,
  );
  for (const [path, text] of [...flatten(en), ...flatten(fr)]) {
    if (path !== '/knowledge/connecting') assert.notEqual(text, '', path);
  }
});

test('each value that a text takes is said in both languages', () => {
  const values = (text: string) => (text.match(/\d+/g) ?? []).toSorted();
  const french = new Map(flatten(fr));
  for (const [path, text] of flatten(en)) {
    assert.deepEqual(values(french.get(path) ?? ''), values(text), path);
  }
});

test('no line can begin with what belongs to the word before it', () => {
  for (const [path, text] of [...flatten(en), ...flatten(fr)]) {
    assert.doesNotMatch(text, / [:;?!»…]|« |± /, path);
  }
  for (const [path, text] of flatten(fr)) {
    assert.doesNotMatch(
      text.replaceAll(/\d\d:\d\d(:\d\d)?/g, ''),
      /[^\u00a0][:;?!»]|«[^\u00a0]/,
      path,
    );
  }
});
