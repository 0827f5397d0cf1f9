import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TzDatabase } from './tz-database.ts';
import { TzdataError } from './tzdb/parse-tzdata.ts';

const text = (...lines: string[]) => ['# version 2026f', ...lines, ''].join('\n');

test('finds a zone by its id in any case, and keeps its spelling', () => {
  const database = new TzDatabase(text('Z Area/City 1 - CET', 'L Area/City Old_Name'));
  assert.equal(database.zone('area/city')?.id, 'Area/City');
  assert.equal(database.zone('OLD_NAME')?.id, 'Old_Name');
  assert.equal(database.zone('Area/City')?.rules.typeAt(0).offsetSeconds, 3600);
  assert.equal(database.zone('Nowhere'), null);
  assert.equal(database.zone('constructor'), null);
});

test('keeps what an older release knows of a zone that was merged into a neighbour', () => {
  const older = new TzDatabase(text('Z A 1 - A0 1950\n1 - A1', 'Z B 1 - B0 1960\n1 - B1'));
  const merged = new TzDatabase(text('Z B 1 - B0 1960\n1 - B2', 'L B A'), older);
  const { rules } = merged.zone('A') ?? assert.fail();
  const at = (year: number) => rules.typeAt(Date.UTC(year, 6) / 1000).abbreviation;
  assert.deepEqual([1940, 1955, 1969, 1975].map(at), ['A0', 'A1', 'A1', 'B2']);
  const alone = new TzDatabase(text('Z B 1 - B0 1960\n1 - B2', 'L B A')).zone('A');
  assert.equal(alone?.rules.typeAt(Date.UTC(1940, 6) / 1000).abbreviation, 'B0');
});

for (const [fault, source, message] of [
  ['nothing', '', /does not begin with/],
  ['another file', '{"a": 1}', /does not begin with/],
  ['a release of another kind', '# version unknown\n', /does not begin with/],
  ['a line of no kind', text('hello world'), /line 2: "hello" is no duration/],
  ['a month that is none', text('R r 2000 o - Foo 1 2 1 S'), /line 2: "Foo" is no month/],
  ['a day that is none', text('R r 2000 o - Mar lastXx 2 1 S'), /line 2: "lastXx" is no day/],
  ['a year that is none', text('R r soon o - Mar 1 2 1 S'), /line 2: "soon" is no number/],
  ['rules that are missing', text('Z Area 1 r A%sT'), /lacks the rules r of the zone Area/],
  ['a zone that is cut off', text('Z Area 1 - A 2000'), /ends within the zone Area/],
  ['a link to nowhere', text('Z Area 1 - A', 'L Other Link'), /leads to no zone: Link/],
  ['links in a circle', text('L A B', 'L B A'), /leads to no zone/],
] as const) {
  test(`refuses ${fault}`, () => {
    assert.throws(
      () => new TzDatabase(source).ids,
      (error) => error instanceof TzdataError && message.test(error.message),
    );
  });
}
