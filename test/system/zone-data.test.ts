import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { resolveWallTime } from '../../app/api/src/zones/resolve-wall-time.ts';
import { TzDatabase, type Zone } from '../../app/api/src/zones/tz-database.ts';
import type { LocalType } from '../../app/api/src/zones/tzdb/zone-history.ts';
import { unpackPackage } from './unpack-package.ts';

/**
 * The arithmetic of zones beside Debian's compiled files, which are made from the same source by zic:
 * `zdump` reads those, the API reads the source.
 */
const ZONEINFO = join(unpackPackage('tzdata'), 'usr/share/zoneinfo');
const database = new TzDatabase(readFileSync(join(ZONEINFO, 'tzdata.zi'), 'utf8'));
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const START_S = Date.UTC(FIRST_YEAR, 0) / 1000;
const END_S = Date.UTC(LAST_YEAR + 1, 0) / 1000;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const BATCH = 40;

/** A second at which zdump tells what clocks show. */
interface Reading {
  readonly seconds: number;
  readonly offsetSeconds: number;
  readonly isDst: boolean;
  readonly abbreviation: string;
}

/** The readings around each transition of these zones, by id. */
async function zdump(ids: readonly string[]): Promise<ReadonlyMap<string, Reading[]>> {
  const files = ids.map((id) => join(ZONEINFO, id));
  const { stdout } = await promisify(execFile)(
    'zdump',
    ['-v', '-c', `${FIRST_YEAR},${LAST_YEAR + 1}`, ...files],
    { maxBuffer: 1e9 },
  );
  const lines = Map.groupBy(stdout.split('\n'), (line) => line.split(' ', 1)[0] ?? '');
  return new Map(ids.map((id) => [id, (lines.get(join(ZONEINFO, id)) ?? []).flatMap(readZdump)]));
}

const ZDUMP =
  / (\w{3}) +(\d+) (\d\d):(\d\d):(\d\d) (-?\d+) UT = .* (\S+) isdst=([01]) gmtoff=(-?\d+)$/;

function readZdump(line: string): Reading[] {
  const match = ZDUMP.exec(line);
  if (match === null) return [];
  const [, month = '', day, hours, minutes, secs, year, abbreviation = '', isDst, offset] = match;
  const date = [Number(year), MONTHS.indexOf(month), Number(day)] as const;
  const seconds = Date.UTC(...date, Number(hours), Number(minutes), Number(secs)) / 1000;
  if (seconds < START_S || seconds >= END_S) return [];
  return [{ seconds, offsetSeconds: Number(offset), isDst: isDst === '1', abbreviation }];
}

/** The transitions of the API in the same years. */
function transitionsOf({ rules }: Zone) {
  const transitions = [];
  let transition = rules.next(START_S - 1);
  while (transition !== null && transition.atSeconds < END_S) {
    transitions.push(transition);
    transition = rules.next(transition.atSeconds);
  }
  return transitions;
}

function shown({ offsetSeconds, saveSeconds, abbreviation }: LocalType): string {
  return `${offsetSeconds} ${saveSeconds !== 0} ${abbreviation}`;
}

function zoneOf(id: string): Zone {
  const zone = database.zone(id);
  assert.ok(zone !== null, id);
  return zone;
}

async function eachBatch(check: (id: string, readings: readonly Reading[]) => void): Promise<void> {
  for (let start = 0; start < database.ids.length; start += BATCH) {
    const dump = await zdump(database.ids.slice(start, start + BATCH));
    for (const [id, readings] of dump) check(id, readings);
  }
}

test(`what clocks show around each transition from ${FIRST_YEAR} to ${LAST_YEAR} is Debian's (${database.version})`, async (t) => {
  let compared = 0;
  let transitions = 0;
  await eachBatch((id, readings) => {
    const zone = zoneOf(id);
    const ours = transitionsOf(zone);
    // zdump reads the second before each transition, and the transition itself.
    const theirs = new Set(readings.map(({ seconds }) => seconds));
    const missing = ours.filter(({ atSeconds }) => !theirs.has(atSeconds));
    assert.deepEqual(missing, [], id);
    for (const { seconds, offsetSeconds, isDst, abbreviation } of readings) {
      const where = `${id} at ${new Date(seconds * 1000).toISOString()}`;
      const expected = `${offsetSeconds} ${isDst} ${abbreviation}`;
      assert.equal(shown(zone.rules.typeAt(seconds)), expected, where);
      compared += 1;
    }
    transitions += ours.length;
  });
  t.diagnostic(`${database.ids.length} ids, ${transitions} transitions, ${compared} readings`);
  assert.ok(database.ids.length > 590 && transitions > 60_000 && compared > 120_000);
});

test('each wall time around a gap or a fold is resolved as its transition has it', (t) => {
  let compared = 0;
  // A link has the transitions of its zone.
  for (const id of database.ids.filter((id) => database.linkTarget(id) === null)) {
    const zone = zoneOf(id);
    for (const { atSeconds, before, after } of transitionsOf(zone)) {
      const moved = after.offsetSeconds - before.offsetSeconds;
      if (moved === 0) continue;
      const ends = [atSeconds + before.offsetSeconds, atSeconds + after.offsetSeconds];
      const [first, last] = [Math.min(...ends), Math.max(...ends)];
      for (const wallSeconds of [first - 1, first, first + 1, last - 1, last, last + 1]) {
        const isWithin = wallSeconds >= first && wallSeconds < last;
        // A second transition within the hours around may have another say.
        if (isCrowded(zone, atSeconds)) continue;
        const kind = !isWithin ? 'unique' : moved > 0 ? 'skipped' : 'repeated';
        const wall = new Temporal.Instant(BigInt(wallSeconds) * 1_000_000_000n)
          .toZonedDateTimeISO('UTC')
          .toPlainDateTime();
        const resolved = resolveWallTime(wall, zone);
        assert.equal(resolved.kind, kind, `${id} ${wall}`);
        if (kind === 'unique') continue;
        const offsets = [before.offsetSeconds, after.offsetSeconds].map(
          (offset) => BigInt(wallSeconds - offset) * 1_000_000_000n,
        );
        const sorted = offsets.sort((a, b) => (a < b ? -1 : 1));
        const found = [resolved.earlier.epochNs, resolved.later.epochNs];
        assert.deepEqual(found, sorted, `${id} ${wall}`);
        compared += 1;
      }
    }
  }
  t.diagnostic(`${compared} wall times in gaps and folds`);
  assert.ok(compared > 100_000);
});

function isCrowded({ rules }: Zone, atSeconds: number): boolean {
  const [previous, next] = [rules.previous(atSeconds - 1), rules.next(atSeconds)];
  const near = 4 * 86_400;
  const isNear = (other: { atSeconds: number } | null) =>
    other !== null && Math.abs(other.atSeconds - atSeconds) < near;
  return isNear(previous) || isNear(next);
}

test("the value of TZ is the one that zic writes at the end of each zone's file", (t) => {
  const now = Date.UTC(2026, 10, 28) / 1000;
  let compared = 0;
  for (const id of database.ids) {
    const ours = zoneOf(id).rules.posixTz(now);
    if (ours === null) {
      t.diagnostic(`${id} has none`);
      continue;
    }
    const file = readFileSync(join(ZONEINFO, id)).toString('latin1').trimEnd();
    assert.equal(ours, file.slice(file.lastIndexOf('\n') + 1), id);
    compared += 1;
  }
  t.diagnostic(`${compared} values`);
  assert.ok(compared > 570);
});
