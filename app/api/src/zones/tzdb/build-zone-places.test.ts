import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildPlaceNames, readCities } from '@dataiku-assessment/places';
import { zonePlaces } from '../zone-places.ts';
import { buildZonePlaces } from './build-zone-places.ts';
import { readZoneSources } from './read-zone-sources.ts';

const sources = readZoneSources();

test('the committed places are what their sources give (npm run zone-places --workspace app/api)', () => {
  assert.deepEqual(buildZonePlaces(sources), zonePlaces());
});

test('the committed names of cities are what their source gives, by the same command', () => {
  const committed = readFileSync(new URL('../place-names.txt', import.meta.url), 'utf8');
  assert.equal(buildPlaceNames(readCities()), committed);
});

test('each id of the tz database is a zone or a link, and each link leads to a zone', () => {
  const { zones, links } = zonePlaces();
  const { tzdata } = sources;
  const ids = [...tzdata.zones.keys(), ...tzdata.links.keys()].sort();
  assert.deepEqual([...Object.keys(zones), ...Object.keys(links)].sort(), ids);
  for (const [link, target] of Object.entries(links)) assert.ok(target in zones, link);
});

test('the zone of a country is no link, though its clocks are those of a neighbour', () => {
  const { zones, links } = zonePlaces();
  assert.equal(links.Iceland, 'Atlantic/Reykjavik');
  assert.equal(zones['Atlantic/Reykjavik']?.country, 'IS');
});
