import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belowLanguage, loadBelowTexts } from '../../lib/below-language.ts';

import { chooseLanguage, loadTexts } from '../../lib/language.ts';
import { countryName } from '../../lib/region-name.ts';

import { visitFrom } from '../../lib/time-zone.fixture.ts';
import type { ZoneFacts } from '../../lib/zone-facts.ts';
import { zoneName } from '../../lib/zone-name.ts';
import { momentTime, momentWords, zoneTime, zoneWords } from './zone-text.ts';

await loadBelowTexts('en');
await loadBelowTexts('fr');

const ENGLISH = belowLanguage(chooseLanguage('en', []));
await loadTexts('fr');

const FRENCH = belowLanguage(chooseLanguage('fr', []));
const HOUR_MS = 3_600_000;
const EVENING_MS = Date.UTC(2026, 10, 23, 17, 5);

/** A zone that no browser knows, unless another one is asked for. */
const zone = (hours: number, next: ZoneFacts['next'] = null, id = 'Test/Zone'): ZoneFacts => ({
  id,
  country: 'FR',
  cities: [],
  toldMs: 0,
  offsetMs: hours * HOUR_MS,
  next,
  years: {},
  tzdb: '2026f',
});
const words = (facts: ZoneFacts) => zoneWords(facts, EVENING_MS, ENGLISH).replaceAll('\u00a0', ' ');

test('a zone is named for its city, in a country that the visitor can read', () => {
  assert.equal(zoneName('America/Argentina/Buenos_Aires'), 'Buenos Aires');
  assert.equal(zoneName('UTC'), 'UTC');
  assert.equal(countryName('DE', FRENCH.locale), 'Allemagne');
  assert.equal(countryName(null, FRENCH.locale), '');
});

test('its time is the one on its clocks, as far as it is known', () => {
  const time = (facts: ZoneFacts | null, digits = 9) => {
    const bounds = { earliestMs: EVENING_MS, latestMs: EVENING_MS, boundMs: 0 };
    const reading = { estimateMs: EVENING_MS, scale: 'utc', ...bounds } as const;
    return zoneTime(facts, { reading, digits }, ENGLISH.locale);
  };
  assert.equal(time(zone(5.5)), '22:35');
  assert.equal(time(zone(-8)), '09:05');
  assert.equal(time(zone(-8), 3), '09:0–');
  assert.equal(time(null), '––:––');
  assert.equal(zoneTime(zone(0), { reading: null, digits: 0 }, ENGLISH.locale), '––:––');
});

test('another moment has its time, its difference and its day', () => {
  visitFrom('Etc/GMT-1');
  const at = (facts: ZoneFacts, ms: number) => [
    momentTime(facts, ms, ENGLISH.locale),
    momentWords(facts, ms, ENGLISH).replaceAll('\u00a0', ' '),
  ];
  assert.deepEqual(at(zone(9), EVENING_MS), ['02:05', '8 h ahead of you · Tue 24 Nov']);
  assert.deepEqual(at(zone(1), EVENING_MS), ['18:05', 'your time · Mon 23 Nov']);
  // Before the server told anything.
  assert.deepEqual(at(zone(1), -1), ['––:––', '']);
  assert.equal(momentTime(null, 0, ENGLISH.locale), '––:––');
});

test('its difference is to the visitor, with the day where that is another', () => {
  const from = (visitorsZone: string, hours: number) => {
    visitFrom(visitorsZone);
    return words(zone(hours));
  };
  assert.equal(from('Etc/GMT-1', 1), 'your time');
  assert.equal(from('Etc/GMT-1', 5.75), '4 h 45 min ahead of you');
  assert.equal(from('Etc/GMT-1', 9), '8 h ahead of you, tomorrow');
  assert.equal(from('Etc/GMT-9', -8), '17 h behind you, yesterday');
});

test("the next change of its clocks is said in days of the visitor's calendar, then in hours", () => {
  visitFrom('Etc/GMT-1');
  const change = (inMs: number, hours: number) =>
    words(zone(1, { fromMs: EVENING_MS + inMs, offsetMs: hours * HOUR_MS }));
  assert.equal(change(6.5 * 24 * HOUR_MS, 0), 'your time · clocks go back 1 h in 7 days');
  assert.equal(change(30 * HOUR_MS, 1.5), 'your time · clocks go forward 30 min in 2 days');
  assert.equal(change(7 * HOUR_MS, 1.5), 'your time · clocks go forward 30 min tomorrow');
  assert.equal(change(2.5 * HOUR_MS, 2), 'your time · clocks go forward 1 h in 2 hours');
  assert.equal(change(90_000, 2), 'your time · clocks go forward 1 h in 1 minute');
});

test('nothing is said of clocks that stay', () => {
  visitFrom('Etc/GMT-1');
  assert.equal(words(zone(1)), 'your time');
  assert.equal(words(zone(1, { fromMs: EVENING_MS + 1, offsetMs: HOUR_MS })), 'your time');
  assert.equal(words(zone(0, { fromMs: EVENING_MS, offsetMs: HOUR_MS })), 'your time');
});

test('nothing is said of a zone of which too little is known', () => {
  const past = zone(1, { fromMs: EVENING_MS - 48 * HOUR_MS, offsetMs: 0 });
  assert.equal(words(past), '');
});

test('where the browser has another time for a zone, that alone is said', () => {
  visitFrom('UTC');
  const inParis = (hours: number) => words(zone(hours, null, 'Europe/Paris'));
  assert.equal(inParis(1), '1 h ahead of you');
  assert.equal(
    inParis(5.5),
    'by the server’s zone data; by your browser’s it is 4 h 30 min earlier',
  );
  assert.equal(inParis(-1), 'by the server’s zone data; by your browser’s it is 2 h later');
});

test('a change of which the browser does not know is said to be the server’s', () => {
  visitFrom('UTC');
  const change = (fromMs: number) =>
    words(zone(1, { fromMs, offsetMs: 2 * HOUR_MS }, 'Europe/Paris'));
  assert.equal(
    change(Date.UTC(2027, 2, 28, 1)),
    '1 h ahead of you · clocks go forward 1 h in 125 days',
  );
  assert.match(change(Date.UTC(2027, 1, 28, 1)), /in 97 days by the server’s zone data, not by/);
});
