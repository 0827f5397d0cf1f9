import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage } from '../../lib/language.ts';
import type { ZoneFacts } from './zone-facts.ts';
import { countryName, zoneDifference, zoneName, zoneTime, zoneTransition } from './zone-text.ts';

const ENGLISH = chooseLanguage('en', []);
const FRENCH = chooseLanguage('fr', []);
const HOUR_MS = 3_600_000;
const EVENING_MS = Date.UTC(2026, 10, 23, 17, 5);

const zone = (hours: number, next: ZoneFacts['next'] = null): ZoneFacts => ({
  id: 'Europe/Paris',
  country: 'FR',
  offsetMs: hours * HOUR_MS,
  next,
});
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

test('a zone is named for its city, in a country that the visitor can read', () => {
  assert.equal(zoneName('America/Argentina/Buenos_Aires'), 'Buenos Aires');
  assert.equal(zoneName('UTC'), 'UTC');
  assert.equal(countryName('DE', FRENCH), 'Allemagne');
  assert.equal(countryName(null, FRENCH), '');
});

test('its time is the one on its clocks', () => {
  assert.equal(zoneTime(zone(5.5), EVENING_MS), '22:35');
  assert.equal(zoneTime(zone(-8), EVENING_MS), '09:05');
});

test('its difference is to the visitor, with the day where that is another', () => {
  const from = (hours: number, zoneHours: number) => {
    const visit = { epochMs: EVENING_MS, offsetMs: hours * HOUR_MS };
    return plain(zoneDifference(zone(zoneHours), visit, ENGLISH));
  };
  assert.equal(from(1, 1), 'your time');
  assert.equal(from(1, 5.75), '4 h 45 min ahead of you');
  assert.equal(from(1, 9), '8 h ahead of you, tomorrow');
  assert.equal(from(9, -8), '17 h behind you, yesterday');
});

test('the next change of its clocks is said in days, then in hours', () => {
  const change = (inMs: number, hours: number) =>
    plain(
      zoneTransition(
        zone(1, { atMs: EVENING_MS + inMs, offsetMs: hours * HOUR_MS }),
        EVENING_MS,
        ENGLISH,
      ),
    );
  assert.equal(change(6.5 * 24 * HOUR_MS, 0), 'clocks go back 1 h in 6 days');
  assert.equal(change(30 * HOUR_MS, 1.5), 'clocks go forward 30 min tomorrow');
  assert.equal(change(2.5 * HOUR_MS, 2), 'clocks go forward 1 h in 2 hours');
  assert.equal(change(90_000, 2), 'clocks go forward 1 h in 1 minute');
});

test('nothing is said of clocks that stay', () => {
  assert.equal(zoneTransition(zone(1), EVENING_MS, ENGLISH), null);
  const renamed = zone(1, { atMs: EVENING_MS + 1, offsetMs: HOUR_MS });
  assert.equal(zoneTransition(renamed, EVENING_MS, ENGLISH), null);
  const past = zone(1, { atMs: EVENING_MS, offsetMs: 0 });
  assert.equal(zoneTransition(past, EVENING_MS, ENGLISH), null);
});
