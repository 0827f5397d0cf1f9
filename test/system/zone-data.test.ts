import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { localTimeType } from '../../app/api/src/zones/local-time-type.ts';
import { parseTzdata, type Tzdata } from '../../app/api/src/zones/tzdb/parse-tzdata.ts';
import { readZoneSources } from '../../app/api/src/zones/tzdb/read-zone-sources.ts';
import { zoneHistory } from '../../app/api/src/zones/tzdb/zone-history.ts';
import { ZONE_TABLE } from '../../app/api/src/zones/zone-table.ts';
import { nextTransition } from '../../app/api/src/zones/zone-transitions.ts';
import { unpackPackage } from './unpack-package.ts';

const ZONEINFO = join(unpackPackage('tzdata'), 'usr/share/zoneinfo');
const debian = parseTzdata(readFileSync(join(ZONEINFO, 'tzdata.zi'), 'utf8'));
const { tzdata } = readZoneSources();
const ids = [...Object.keys(ZONE_TABLE.zones), ...Object.keys(ZONE_TABLE.links)].filter(
  (id) => id !== 'Factory',
);
const START_S = 0;
const END_S = Date.UTC(2038, 0) / 1000;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What clocks show from a moment on, as `seconds offset DST abbreviation`. */
type Line = string;

/** What Debian's own data says of each zone, as zdump writes it: lines that begin with the file. */
async function zdump(ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const files = ids.map((id) => join(ZONEINFO, id));
  const options = { maxBuffer: 1e9 };
  const { stdout } = await promisify(execFile)(
    'zdump',
    ['-v', '-c', '1968,2038', ...files],
    options,
  );
  return Map.groupBy(stdout.split('\n'), (line) => line.split(' ', 1)[0] ?? '');
}

/** Each change from 1970 to 2037, and the state in 1970. */
async function linesOfZdump(id: string, dump: ReadonlyMap<string, string[]>): Promise<Line[]> {
  const lines = (dump.get(join(ZONEINFO, id)) ?? []).flatMap(readZdump);
  if (lines.length === 0) return [await fixedLine(id)];
  return onlyChanges(lines.filter(({ seconds }) => seconds < END_S));
}

/** zdump has no line for clocks that did not change in these years. */
async function fixedLine(id: string): Promise<Line> {
  const env = { ...process.env, TZ: `:${join(ZONEINFO, id)}` };
  const { stdout } = await promisify(execFile)('date', ['-d', '@0', '+%:z %Z'], { env });
  const [, sign, hours, minutes, name] = /^([-+])(\d\d):(\d\d) (\S+)/.exec(stdout) ?? [];
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  return `1970-01-01T00:00:00.000Z ${sign === '-' ? -seconds : seconds} 0 ${name}`;
}

const ZDUMP =
  / (\w{3}) +(\d+) (\d\d):(\d\d):(\d\d) (-?\d+) UT = .* (\S+) isdst=([01]) gmtoff=(-?\d+)$/;

function readZdump(line: string) {
  const match = ZDUMP.exec(line);
  if (match === null) return [];
  const [, month = '', day, hours, minutes, secs, year, name, isDst, offset] = match;
  const date = [Number(year), MONTHS.indexOf(month), Number(day)] as const;
  const seconds = Date.UTC(...date, Number(hours), Number(minutes), Number(secs)) / 1000;
  return [{ seconds, state: `${offset} ${isDst} ${name}` }];
}

/** What the API says, walking from transition to transition. */
function linesOfApi(id: string): Line[] {
  const lines = [];
  let zoned: Temporal.ZonedDateTime | null = new Temporal.ZonedDateTime(0n, id);
  while (zoned !== null && zoned.epochMilliseconds / 1000 < END_S) {
    const { isDst, abbreviation } = localTimeType(zoned);
    const state = `${zoned.offsetNanoseconds / 1e9} ${isDst ? 1 : 0} ${abbreviation}`;
    lines.push({ seconds: zoned.epochMilliseconds / 1000, state });
    zoned = nextTransition(zoned);
  }
  return onlyChanges(lines);
}

/** The state at the start of 1970, and each later change of it. */
function onlyChanges(lines: readonly { seconds: number; state: string }[]): Line[] {
  const before = lines.findLast(({ seconds }) => seconds <= START_S);
  const later = lines.filter(({ seconds }) => seconds > START_S);
  const start = before ?? later[0];
  const states = [...(start ? [{ seconds: START_S, state: start.state }] : []), ...later];
  return states
    .filter(({ state }, index) => index === 0 || state !== states[index - 1]?.state)
    .map(({ seconds, state }) => `${new Date(seconds * 1000).toISOString()} ${state}`);
}

/** Whether two releases of the tz database tell the same of a zone since 1970. */
function isUnchanged(id: string): boolean {
  return historyOf(tzdata, id) === historyOf(debian, id);
}

function historyOf({ zones, rules, links }: Tzdata, id: string): string {
  let target = id;
  while (!zones.has(target)) {
    const next = links.get(target);
    if (next === undefined) return 'missing';
    target = next;
  }
  const lines = zoneHistory(zones.get(target) ?? [], rules).map((entry) => ({
    seconds: entry.fromSeconds ?? Number.NEGATIVE_INFINITY,
    state: `${entry.offsetSeconds} ${entry.saveSeconds} ${entry.abbreviation}`,
  }));
  return onlyChanges(lines.filter(({ seconds }) => seconds < END_S)).join('\n');
}

const changed = ids.filter((id) => !isUnchanged(id));

test(`agrees with Debian's zone data on every zone from 1970 to 2037 (${tzdata.version}, Debian ${debian.version})`, async (t) => {
  t.diagnostic(`changed between the two releases, and left out: ${changed.join(', ') || 'none'}`);
  const dump = await zdump(ids);
  let transitions = 0;
  for (const id of ids.filter((id) => !changed.includes(id))) {
    const expected = await linesOfZdump(id, dump);
    assert.ok(expected.length > 0, id);
    assert.deepEqual(linesOfApi(id), expected, id);
    transitions += expected.length - 1;
  }
  t.diagnostic(`${ids.length - changed.length} zones and links, ${transitions} transitions`);
  assert.ok(transitions > 10_000);
});

test('few zones changed between the two releases', () => {
  assert.ok(changed.length < ids.length / 10, changed.join(', '));
});
