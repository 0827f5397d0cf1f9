import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tzDatabase } from './tz-database.ts';
import { listZones } from './zone-list.ts';
import { zonesByAbbreviation } from './zones-by-abbreviation.ts';

const best: readonly [abbreviation: string, zones: readonly string[]][] = [
  ['PST', ['America/Los_Angeles']],
  ['pdt', ['America/Los_Angeles']],
  ['EDT', ['America/New_York']],
  ['cst', ['America/Chicago']],
  ['JST', ['Asia/Tokyo']],
];
for (const [abbreviation, zones] of best) {
  test(`knows a zone that uses ${abbreviation}, best known first`, () => {
    assert.deepEqual(zonesByAbbreviation(abbreviation).slice(0, zones.length), zones);
  });
}

test('knows all meanings of an abbreviation', () => {
  const ist = zonesByAbbreviation('IST');
  for (const id of ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'])
    assert.ok(ist.includes(id), id);
  assert.deepEqual(zonesByAbbreviation('XYZ'), []);
});

test('agrees with the transitions of every zone', () => {
  const year = new Date().getUTCFullYear();
  const [first, end] = [year, year + 1].map((of) => Date.UTC(of) / 1000) as [number, number];
  for (const { id, linksTo } of listZones()) {
    if (linksTo !== null) continue;
    const rules = tzDatabase().zone(id)?.rules;
    assert.ok(rules !== undefined);
    const used = new Set([rules.typeAt(first).abbreviation]);
    let next = rules.next(first);
    while (next !== null && next.atSeconds < end) {
      used.add(next.after.abbreviation);
      next = rules.next(next.atSeconds);
    }
    for (const abbreviation of used) {
      assert.ok(zonesByAbbreviation(abbreviation).includes(id), `${abbreviation} ${id}`);
    }
  }
});
