import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTimeType } from '../local-time-type.ts';
import { ZONE_TABLE } from '../zone-table.ts';
import { nextTransition } from '../zone-transitions.ts';
import { buildZoneTable } from './build-zone-table.ts';
import { readZoneSources } from './read-zone-sources.ts';
import { zoneHistory } from './zone-history.ts';

const sources = readZoneSources();
const ids = [...Object.keys(ZONE_TABLE.zones), ...Object.keys(ZONE_TABLE.links)];
const START_1970_S = 0;
const START_2038_S = Date.UTC(2038, 0) / 1000;

function atSeconds(epochSeconds: number, id: string): Temporal.ZonedDateTime {
  return new Temporal.ZonedDateTime(BigInt(epochSeconds) * 1_000_000_000n, id);
}

test('the committed table is what its sources give (npm run zone-table --workspace app/api)', () => {
  assert.deepEqual(buildZoneTable(sources), ZONE_TABLE);
});

test("the table is of the runtime's release", () => {
  assert.equal(ZONE_TABLE.version, process.versions.tz);
});

test('the runtime knows each id of the table but Factory, in the same spelling', () => {
  for (const id of ids.filter((id) => id !== 'Factory')) {
    assert.equal(atSeconds(0, id).timeZoneId, id);
  }
});

test('the table has each zone that Intl lists', () => {
  const missing = Intl.supportedValuesOf('timeZone').filter((id) => !ids.includes(id));
  assert.deepEqual(missing, []);
});

test('each link is the same zone to Temporal as what it links to, and no zone equals another', () => {
  for (const [link, target] of Object.entries(ZONE_TABLE.links)) {
    assert.ok(atSeconds(0, link).equals(atSeconds(0, target)), `${link} links to ${target}`);
  }
  // V8 takes these for UTC itself.
  const isUtc = /^Etc\/(UTC|GMT)$/;
  const zones = Object.keys(ZONE_TABLE.zones).filter((id) => id !== 'Factory' && !isUtc.test(id));
  const [first = ''] = zones;
  assert.ok(zones.slice(1).every((id) => !atSeconds(0, id).equals(atSeconds(0, first))));
});

test("each offset of 1970 to 2037 is Temporal's", () => {
  for (const [id, eras] of sources.tzdata.zones) {
    if (id === 'Factory') continue;
    const history = zoneHistory(eras, sources.tzdata.rules);
    for (const { fromSeconds, offsetSeconds } of history) {
      if (fromSeconds === null || fromSeconds < START_1970_S) continue;
      const { offsetNanoseconds } = atSeconds(fromSeconds, id);
      assert.equal(offsetNanoseconds / 1e9, offsetSeconds, `${id} at ${fromSeconds}`);
    }
  }
});

test('each local time from 1970 to 2037 has a name and a standard offset', () => {
  for (const id of ids.filter((id) => id !== 'Factory')) {
    let zoned: Temporal.ZonedDateTime | null = atSeconds(START_1970_S, id);
    while (zoned !== null && zoned.epochMilliseconds / 1000 < START_2038_S) {
      assert.notEqual(localTimeType(zoned).standardOffset, null, String(zoned));
      zoned = nextTransition(zoned);
    }
  }
});
