import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPreferences } from './preferences.ts';

function setUp(remembered: Record<string, string>) {
  const stored = new Map(Object.entries(remembered));
  const store = keepPreferences({
    read: (key) => stored.get(key) ?? null,
    write: (key, value) => (value === null ? stored.delete(key) : stored.set(key, value)),
  });
  return { stored, store };
}

test('what was chosen is remembered, what is taken back is forgotten', () => {
  const { stored, store } = setUp({ theme: 'dark' });
  assert.deepEqual(store.getPreferences(), {
    theme: 'dark',
    language: null,
    hours: null,
    seconds: null,
  });
  store.set({ language: 'fr' });
  store.set({ theme: null });
  assert.deepEqual([...stored], [['language', 'fr']]);
});

test('what the page does not know is no preference', () => {
  const { store } = setUp({ theme: 'sepia', language: 'xx', hours: 'h24' });
  assert.deepEqual(store.getPreferences(), {
    theme: null,
    language: null,
    hours: null,
    seconds: null,
  });
});

test('everyone is told of a change, with a new object', () => {
  const { store } = setUp({});
  const before = store.getPreferences();
  let told = 0;
  store.subscribe(() => (told += 1));
  store.set({ theme: 'light' });
  assert.equal(told, 1);
  assert.notEqual(store.getPreferences(), before);
});

test('a change leaves alone what another page changed meanwhile', () => {
  const { stored, store } = setUp({});
  stored.set('theme', 'dark');
  store.set({ language: 'fr' });
  assert.deepEqual(
    [...stored],
    [
      ['theme', 'dark'],
      ['language', 'fr'],
    ],
  );
});

test('what another open page changed is taken over when that is told', () => {
  const { stored, store } = setUp({});
  let told = 0;
  store.subscribe(() => (told += 1));
  stored.set('theme', 'dark');
  stored.set('seconds', 'off');
  store.reread();
  assert.deepEqual(store.getPreferences(), {
    theme: 'dark',
    language: null,
    hours: null,
    seconds: 'off',
  });
  assert.equal(told, 1);
});
