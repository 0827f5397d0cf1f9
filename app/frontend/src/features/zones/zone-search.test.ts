import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ZoneSummary } from '@dataiku-assessment/contract';
import { belowLanguage } from '../../lib/below-language.ts';
import { chooseLanguage } from '../../lib/language.ts';
import { findZones } from './zone-search.ts';

const zone = (id: string, code: string, cities: string[], linksTo?: string): ZoneSummary => ({
  id,
  linksTo: linksTo ?? null,
  country: { code, name: code },
  cities,
});
const ZONES = [
  zone('Africa/Abidjan', 'CI', ['Abidjan', 'Bouaké']),
  zone('Africa/Libreville', 'GA', ['Libreville', 'Franceville']),
  zone('America/Chicago', 'US', ['Chicago', 'Paris']),
  zone('America/Indiana/Indianapolis', 'US', []),
  zone('America/New_York', 'US', ['New York City', 'Brooklyn']),
  zone('America/Santiago', 'CL', ['Santiago', 'Concepción']),
  zone('Asia/Calcutta', 'IN', ['Mumbai', 'Delhi'], 'Asia/Kolkata'),
  zone('Asia/Kolkata', 'IN', ['Mumbai', 'Delhi']),
  zone('Etc/UTC', 'AQ', []),
  zone('Europe/Istanbul', 'TR', ['Istanbul', 'Ankara']),
  zone('Europe/London', 'GB', ['London', 'Birmingham']),
  zone('Europe/Paris', 'FR', ['Paris', 'Marseille']),
  zone('Europe/Warsaw', 'PL', ['Warsaw', 'Łódź', 'Wrocław']),
  zone('Indian/Maldives', 'MV', ['Male']),
  zone('UTC', 'AQ', [], 'Etc/UTC'),
];

const find = (wanted: string, code: 'en' | 'fr' = 'en') =>
  findZones(ZONES, wanted, belowLanguage(chooseLanguage(code, []))).map(
    ({ id, name, country }) => `${name} ${id} ${country}`,
  );

test('a zone or city of that very name comes first, under that name', () => {
  assert.equal(find('marseille')[0], 'Marseille Europe/Paris France');
  assert.equal(find('calcutta')[0], 'Calcutta Asia/Calcutta India');
  assert.deepEqual(find('PARIS').slice(0, 2), [
    'Paris Europe/Paris France',
    'Paris America/Chicago United States',
  ]);
});

test('a country comes before names that only begin so', () => {
  assert.equal(find('france')[0], 'Paris Europe/Paris France');
  assert.equal(find('india')[0], 'Kolkata Asia/Kolkata India');
});

test('of the zones of a country, those of which cities are known come first', () => {
  assert.deepEqual(
    find('united states').map((found) => found.split(' ').at(-3)),
    ['America/Chicago', 'America/New_York', 'America/Indiana/Indianapolis'],
  );
});

test("a country is known by its name in the page's language, in English, in short, and by its code", () => {
  for (const name of ['Türkiye', 'turkiye', 'tr', 'Turquie']) {
    assert.equal(find(name, 'fr')[0], 'Istanbul Europe/Istanbul Turquie', name);
  }
  assert.equal(find("cote d'ivoire")[0], 'Abidjan Africa/Abidjan Côte d’Ivoire');
  assert.equal(find('uk')[0], 'London Europe/London United Kingdom');
  for (const name of ['us', 'usa', 'États-Unis', 'etats unis']) {
    assert.equal(find(name, 'fr')[0], 'Chicago America/Chicago États-Unis', name);
  }
  assert.equal(find('england')[0], 'London Europe/London United Kingdom');
});

test("a country is known in each of the visitor's languages, whatever the page's", () => {
  const german = belowLanguage(chooseLanguage(null, ['de-AT', 'en', 'en-US@posix']));
  const [first] = findZones(ZONES, 'Polen', german);
  assert.equal(first?.id, 'Europe/Warsaw');
  assert.equal(first?.country, 'Poland');
});

test('a name that begins so comes before one that contains it', () => {
  assert.deepEqual(
    find('is').map((found) => found.split(' ')[0]),
    ['Istanbul', 'Paris', 'Indianapolis', 'Paris'],
  );
});

test('letters are found as they are typed without their accents, hyphens or apostrophes', () => {
  for (const name of ['Łódź', 'lodz', 'LODZ']) assert.match(find(name)[0] ?? '', /^Łódź /, name);
  assert.match(find('wroclaw')[0] ?? '', /^Wrocław /);
  assert.match(find('new-york')[0] ?? '', /^New York /);
  assert.match(find('  new   york ')[0] ?? '', /^New York /);
});

test("another name of a zone is found by that name, not by the zone's cities", () => {
  assert.deepEqual(
    find('delhi').filter((found) => found.includes('Asia/')),
    ['Delhi Asia/Kolkata India'],
  );
});

test('one name of one zone is found once', () => {
  assert.deepEqual(
    find('utc').map((found) => found.split(' ')[1]),
    ['Etc/UTC'],
  );
});

test("countries are named in the page's language", () => {
  assert.equal(find('delhi', 'fr')[0], 'Delhi Asia/Kolkata Inde');
});

test('what fits nothing is not found', () => {
  for (const nothing of ['', ' ', '-', '_', "'"]) assert.deepEqual(find(nothing), []);
  assert.deepEqual(find('xyzzy'), []);
});
