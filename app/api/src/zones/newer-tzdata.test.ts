import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { NewerTzdata } from './newer-tzdata.ts';
import { BUNDLED_TZ_DATABASE, tzDatabase, useTzDatabase } from './tz-database.ts';
import { inZone, zonedView } from './zone.ts';

const BUNDLED = readFileSync(new URL('./tzdb/tzdata.zi', import.meta.url), 'utf8');
const IN_USE = BUNDLED_TZ_DATABASE.version;
const NOON_NS = Temporal.Instant.from('2028-12-15T12:00Z').epochNanoseconds;

/** The bundled source as another release, in which Winnipeg follows Central Time again. */
function release(version: string): string {
  const lines = BUNDLED.split('\n');
  const start = lines.findIndex((line) => line.startsWith('Z America/Winnipeg '));
  const end = lines.findIndex((line, index) => index > start && /^[ZL] /.test(line));
  const winnipeg = ['Z America/Winnipeg -6 - CST'];
  const changed = [...lines.slice(0, start), ...winnipeg, ...lines.slice(end)];
  return changed.join('\n').replace(/^# version \S+/, `# version ${version}`);
}

async function setUp(t: TestContext, isNamed = true) {
  const folder = await mkdtemp(join(tmpdir(), 'tzdata-'));
  t.after(() => rm(folder, { recursive: true }));
  t.after(() => useTzDatabase(BUNDLED_TZ_DATABASE));
  const file = join(folder, 'tzdata.zi');
  const logged: { facts: object; message: string }[] = [];
  const log = (facts: object, message: string) => logged.push({ facts, message });
  const newer = new NewerTzdata(isNamed ? file : undefined, { info: log, warn: log });
  return { file, newer, logged };
}

test('takes a newer release into use, and again when the file changes', async (t) => {
  const { file, newer, logged } = await setUp(t);
  assert.equal(zonedView(inZone(NOON_NS, 'America/Winnipeg')).utcOffset, '-05:00');
  writeFileSync(file, release('2027a'));
  newer.refresh();
  assert.equal(tzDatabase().version, '2027a');
  assert.equal(zonedView(inZone(NOON_NS, 'America/Winnipeg')).utcOffset, '-06:00');
  assert.deepEqual(logged, [
    { facts: { file, tzdb: '2027a', inUse: IN_USE }, message: 'newer zone data is in use' },
  ]);
  writeFileSync(file, release('2027bc'));
  newer.refresh();
  newer.refresh();
  assert.equal(tzDatabase().version, '2027bc');
  assert.equal(newer.changes, 2);
});

test('looks once an hour', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const { file, newer } = await setUp(t);
  newer.start();
  writeFileSync(file, release('2027a'));
  t.mock.timers.tick(3_599_999);
  assert.equal(tzDatabase().version, IN_USE);
  t.mock.timers.tick(1);
  assert.equal(tzDatabase().version, '2027a');
  newer.stop();
});

for (const [fault, text, reason] of [
  ['is no tz data', 'hello', /^the file does not begin with/],
  ['is cut off', release('2027a').slice(0, 50_000), /^the file (lacks|has|ends)/],
  ['lacks zones', '# version 2027a\nZ Etc/UTC 0 - UTC\n', /^the file lacks 5\d\d zones: Africa/],
  ['is huge', `# version 2027a\n${'#'.repeat(10_000_001)}`, /^the file has 10000017 bytes/],
] as const) {
  test(`refuses a file that ${fault}, once, and keeps the release in use`, async (t) => {
    const { file, newer, logged } = await setUp(t);
    writeFileSync(file, text);
    newer.refresh();
    newer.refresh();
    assert.equal(tzDatabase().version, IN_USE);
    assert.equal(logged.length, 1);
    const [{ facts, message } = assert.fail()] = logged;
    assert.equal(message, 'zone data is refused: the release in use stays');
    assert.match((facts as { reason: string }).reason, reason);
  });
}

test('refuses an older release that the operator names', async (t) => {
  const { file, newer, logged } = await setUp(t);
  writeFileSync(file, release('2025b'));
  newer.refresh();
  assert.equal(tzDatabase().version, IN_USE);
  assert.equal(logged[0]?.message, 'the zone data of TZDATA_FILE is older, and not used');
});

test('says once that a file which the operator names is missing, and takes it when it comes', async (t) => {
  const { file, newer, logged } = await setUp(t);
  newer.refresh();
  newer.refresh();
  assert.equal(logged.length, 1);
  writeFileSync(file, release('2027a'));
  newer.refresh();
  assert.equal(tzDatabase().version, '2027a');
  rmSync(file);
  newer.refresh();
  assert.equal(tzDatabase().version, '2027a');
});

test("says nothing of the system's copy when it is missing or older", async (t) => {
  const { newer, logged } = await setUp(t, false);
  newer.refresh();
  assert.deepEqual(
    logged.filter(({ message }) => message !== 'newer zone data is in use'),
    [],
  );
});
