import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ZoneSummary } from '@dataiku-assessment/contract';
import { belowLanguage } from '../../lib/below-language.ts';
import { chooseLanguage } from '../../lib/language.ts';
import { rankZones } from './zone-search.ts';

const zone = (id: string, code: string, cities: string[], linksTo?: string): ZoneSummary => ({
  id,
  linksTo: linksTo ?? null,
  country: { code, name: code },
  cities,
});
const ZONES = [
  zone('America/Chicago', 'US', ['Chicago', 'Paris']),
  zone('Asia/Calcutta', 'IN', ['Mumbai', 'Delhi'], 'Asia/Kolkata'),
  zone('Asia/Kolkata', 'IN', ['Mumbai', 'Delhi']),
  zone('Europe/Paris', 'FR', ['Paris', 'Marseille']),
];

const find = (wanted: string, code: 'en' | 'fr' = 'en') =>
  rankZones(ZONES, wanted, belowLanguage(chooseLanguage(code, []))).map(
    ({ id, name, country }) => `${name} ${id} ${country}`,
  );

test('a zone or city of that very name comes first, under that name', () => {
  assert.equal(find('marseille')[0], 'Marseille Europe/Paris France');
  assert.equal(find('calcutta')[0], 'Calcutta Asia/Calcutta India');
});

test('a name that begins so comes before one that contains it', () => {
  assert.deepEqual(find('chi').slice(0, 1), ['Chicago America/Chicago United States']);
});

test("another name of a zone is found by that name, not by the zone's cities", () => {
  assert.deepEqual(
    find('delhi').filter((found) => found.includes('Asia/')),
    ['Delhi Asia/Kolkata India'],
  );
});

test("countries are named in the page's language", () => {
  assert.equal(find('delhi', 'fr')[0], 'Delhi Asia/Kolkata Inde');
});
