import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ZoneSummary } from '@dataiku-assessment/contract';
import { buildPlaces, readCities } from '@dataiku-assessment/places';
import { belowLanguage, loadBelowTexts } from '../../lib/below-language.ts';

import { chooseLanguage, loadTexts } from '../../lib/language.ts';
import { parsePlaces } from '../../lib/places.ts';

import { findZones } from './zone-search.ts';

await loadBelowTexts('en');
await loadBelowTexts('fr');

const zone = (id: string, code: string | null, linksTo: string | null = null): ZoneSummary => ({
  id,
  linksTo,
  country: code === null ? null : { code, name: code },
  cities: [],
});
const ZONES = [
  zone('America/Chicago', 'US'),
  zone('America/Los_Angeles', 'US'),
  zone('America/New_York', 'US'),
  zone('Antarctica/Troll', 'AQ'),
  zone('Asia/Calcutta', 'IN', 'Asia/Kolkata'),
  zone('Asia/Jerusalem', 'IL'),
  zone('Asia/Kolkata', 'IN'),
  zone('Etc/GMT+1', null),
  zone('Etc/UTC', null),
  zone('Europe/Dublin', 'IE'),
  zone('Europe/Istanbul', 'TR'),
  zone('PST8PDT', 'US', 'America/Los_Angeles'),
  zone('UTC', null, 'Etc/UTC'),
];
const LIST = { zones: ZONES, places: parsePlaces(buildPlaces(readCities())) };

await loadTexts('fr');

const search = (words: string, code: 'en' | 'fr' = 'en') =>
  findZones(LIST, words, belowLanguage(chooseLanguage(code, [])));
const first = (words: string, code: 'en' | 'fr' = 'en') => {
  const [found] = search(words, code).zones;
  return found && [found.name, found.id, found.country].join(' | ');
};

/** What visitors typed and didn't find, or found wrong. */
const FOUND = {
  'GMT+1': 'UTC+1 | UTC+1 | ',
  'utc+9': 'UTC+9 | UTC+9 | ',
  seattle: 'Seattle | America/Los_Angeles | WA, United States',
  boston: 'Boston | America/New_York | MA, United States',
  austin: 'Austin | America/Chicago | TX, United States',
  bangalore: 'Bengaluru | Asia/Kolkata | India',
  NYC: 'New York | America/New_York | NY, United States',
  JFK: 'New York | America/New_York | NY, United States',
  SF: 'San Francisco | America/Los_Angeles | CA, United States',
  cologne: 'Köln | Europe/Berlin | Germany',
  köln: 'Köln | Europe/Berlin | Germany',
  münchen: 'Munich | Europe/Berlin | Germany',
  muenchen: 'Munich | Europe/Berlin | Germany',
  lisboa: 'Lisbon | Europe/Lisbon | Portugal',
  moskau: 'Moscow | Europe/Moscow | Russia',
  peking: 'Beijing | Asia/Shanghai | China',
  東京: 'Tokyo | Asia/Tokyo | Japan',
  القاهرة: 'Cairo | Africa/Cairo | Egypt',
  usa: 'New York | America/New_York | NY, United States',
  PST: 'Los Angeles | America/Los_Angeles | United States',
  paris: 'Paris | Europe/Paris | France',
  'new-york': 'New York | America/New_York | NY, United States',
  'portland, or': 'Portland | America/Los_Angeles | OR, United States',
  'san jose costa rica': 'San José | America/Costa_Rica | Costa Rica',
  lodz: 'Łódź | Europe/Warsaw | Poland',
  troll: 'Troll | Antarctica/Troll | Antarctica',
} as const;

for (const [words, expected] of Object.entries(FOUND)) {
  test(`“${words}” finds ${expected.split(' | ')[0]} first`, () => {
    assert.equal(first(words), expected);
  });
}

test('an abbreviation with several meanings is a question, and others are none', () => {
  const { zones, isQuestion } = search('IST');
  assert.equal(isQuestion, true);
  assert.deepEqual(
    zones.slice(0, 3).map(({ id }) => id),
    ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  );
  assert.equal(search('PST').isQuestion, false);
  assert.equal(search('istanbul').isQuestion, false);
});

test('zones of the tz database whose signs are inverted, and old names, need the whole name', () => {
  for (const words of ['etc', 'gmt', 'pst8', 'calcut', 'etc/gmt']) {
    const ids = search(words).zones.map(({ id }) => id);
    assert.ok(!ids.some((id) => /^Etc|PST8PDT|Calcutta/.test(id)), `${words}: ${ids}`);
  }
  assert.equal(first('Etc/GMT+1'), 'UTC−1 | Etc/GMT+1 | ');
  assert.equal(first('pst8pdt'), 'PST8PDT | PST8PDT | United States');
  assert.equal(first('Asia/Calcutta'), 'Calcutta | Asia/Calcutta | India');
});

test("a country is known in the visitor's languages, in English, in short, and by its code", () => {
  for (const name of ['Türkiye', 'turkiye', 'Turquie']) {
    assert.equal(first(name, 'fr'), 'Istanbul | Europe/Istanbul | Turquie', name);
  }
  for (const name of ['us', 'États-Unis', 'etats unis']) {
    assert.match(first(name, 'fr') ?? '', /^New York .*États-Unis$/, name);
  }
  assert.match(first('england') ?? '', /^London /);
  assert.match(first("cote d'ivoire") ?? '', /Africa\/Abidjan/);
});

test('of a country, each zone is found under its largest city, largest first', () => {
  assert.deepEqual(
    search('united states')
      .zones.slice(0, 4)
      .map(({ id }) => id),
    ['America/New_York', 'America/Los_Angeles', 'America/Chicago', 'America/Phoenix'],
  );
});

test('of equal matches, the larger city comes first', () => {
  assert.deepEqual(
    search('birmingham')
      .zones.slice(0, 2)
      .map(({ country }) => country),
    ['United Kingdom', 'AL, United States'],
  );
});

test('one name of one zone is found once', () => {
  const keys = search('new york').zones.map(({ id, name }) => `${id} ${name}`);
  assert.equal(new Set(keys).size, keys.length);
});

test('what fits nothing is not found', () => {
  for (const nothing of ['', ' ', '-', '_', "'", 'xyzzy']) {
    assert.deepEqual(search(nothing).zones, []);
  }
});
