import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage, loadTexts } from '../../lib/language.ts';
import { loadReaders } from './load-readers.ts';
import { readInstant, readTimes, splitText } from './read-moment.ts';

/** A Saturday afternoon at the place. */
const NOW_MS = Date.UTC(2026, 10, 28, 14, 31, 18);

/** What words say: the place, and each time as the clocks there show it, or from now in minutes. */
async function read(words: string, ...languages: string[]): Promise<string[]> {
  const language = chooseLanguage(null, languages.length === 0 ? ['en-GB'] : languages);
  const readers = await loadReaders(language);
  const split = splitText(words, readers.parser);
  if (split === null) return [];
  const times = readTimes(split.time, NOW_MS, readers).map((time) =>
    'localMs' in time
      ? new Date(time.localMs).toISOString().slice(0, 16)
      : `${time.fromNowMs / 60_000} min`,
  );
  return [split.place, ...times];
}

const READ = {
  '15:00 in tokyo thursday': ['tokyo', '2026-12-03T15:00'],
  'next friday 9:30 berlin': ['berlin', '2026-12-04T09:30'],
  '5pm PST': ['PST', '2026-11-28T17:00'],
  '5pm pst tomorrow': ['pst', '2026-11-29T17:00'],
  'tomorrow 9:00 PST': ['PST', '2026-11-29T09:00'],
  '9:00 utc+9': ['utc+9', '2026-11-29T09:00'],
  '17:00 +0530 friday': ['+0530', '2026-12-04T17:00'],
  '15:00 IST': ['IST', '2026-11-28T15:00'],
  'tomorrow 9:00': ['', '2026-11-29T09:00'],
  'in 20 min': ['', '20 min'],
  now: ['', '0 min'],
  'noon in lisboa': ['lisboa', '2026-11-29T12:00'],
  'last sunday': ['', '2026-11-22T12:00'],
  '2026-12-03 17:00 tokyo': ['tokyo', '2026-12-03T17:00'],
  'Thu, 3 Dec 2026 17:00:00 GMT': ['GMT', '2026-12-03T17:00'],
  '02:30 28 march 2027 in berlin': ['berlin', '2027-03-28T02:30'],
};
for (const [words, meant] of Object.entries(READ)) {
  test(`“${words}” is read`, async () => assert.deepEqual(await read(words), meant));
}

test('what may be read in two ways is a question, the own custom first', async () => {
  assert.deepEqual(await read('03/04 9:00'), ['', '2027-04-03T09:00', '2027-03-04T09:00']);
  assert.deepEqual(await read('03/04 9:00', 'en-US'), ['', '2027-03-04T09:00', '2027-04-03T09:00']);
  assert.deepEqual(await read('13/04 9:00'), ['', '2027-04-13T09:00']);
  assert.deepEqual(await read('at 5', 'en-US'), ['', '2026-11-29T05:00', '2026-11-29T17:00']);
  assert.deepEqual(await read('at 5:00', 'en-US'), ['', '2026-11-29T05:00']);
});

test('French is read as well', async () => {
  await loadTexts('fr');
  assert.deepEqual(await read('demain 9h30 à tokyo', 'fr'), ['tokyo', '2026-11-29T09:30']);
  assert.deepEqual(await read('dans 20 minutes', 'fr'), ['', '20 min']);
});

test('words that say no time are none', async () => {
  assert.deepEqual(await read('seattle'), []);
  // A month is the beginning of a longer word more often than a time.
  assert.deepEqual(await read('may'), ['']);
});

test('counts of Unix time and instants name a moment by themselves', () => {
  const read = (text: string) => {
    const found = readInstant(text);
    return found && [new Date(found.atMs).toISOString(), found.form];
  };
  const at = '2026-12-03T17:20:00.000Z';
  assert.deepEqual(read('1796318400'), [at, 'seconds']);
  assert.deepEqual(read('1796318400000'), [at, 'milliseconds']);
  assert.deepEqual(read('2026-12-03T17:20Z'), [at, 'instant']);
  assert.deepEqual(read('2026-12-03 18:20:00+01:00'), [at, 'instant']);
  assert.deepEqual(read('2026-12-03T18:20:00+01:00[Europe/Paris]'), [at, 'instant']);
  for (const text of ['17', '2026', '12345678', '2026-12-03T17:20', 'tokyo']) {
    assert.equal(readInstant(text), null, text);
  }
});
