import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTzdata } from './parse-tzdata.ts';
import { zoneHistory } from './zone-history.ts';

/** The history of the zone `Z` of a source, each entry as one line. */
function historyOf(...lines: string[]): string[] {
  const { zones, rules } = parseTzdata(['# version 2026c', ...lines].join('\n'));
  return zoneHistory(zones.get('Z') ?? [], rules).map(
    ({ fromSeconds, offsetSeconds, saveSeconds, abbreviation }) => {
      const from = fromSeconds === null ? '' : new Date(fromSeconds * 1000).toISOString();
      return `${from.slice(0, 16)} ${offsetSeconds / 3600} ${saveSeconds / 3600} ${abbreviation}`;
    },
  );
}

test('reads the version, rules, zones and links of a source', () => {
  const { version, zones, links } = parseTzdata('# version 2026c\nZ A 0 - GMT\nL A B\n');
  assert.equal(version, '2026c');
  assert.deepEqual([...zones.keys()], ['A']);
  assert.deepEqual([...links], [['B', 'A']]);
});

test('a fixed offset is one entry from the beginning', () => {
  assert.deepEqual(historyOf('Z Z -3:30 - %z'), [' -3.5 0 -0330']);
});

test('wall, standard and universal times of a change are told apart', () => {
  const change = (time: string) => [
    `R r 2000 o - Mar lastSu 1 1 S`,
    `R r 2000 o - O lastSu ${time} 0 -`,
    'Z Z 2 r E%sT',
  ];
  assert.equal(historyOf(...change('3')).at(-1), '2000-10-29T00:00 2 0 ET');
  assert.equal(historyOf(...change('3s')).at(-1), '2000-10-29T01:00 2 0 ET');
  assert.equal(historyOf(...change('3u')).at(-1), '2000-10-29T03:00 2 0 ET');
});

test('finds days by weekday, after and before a date', () => {
  assert.deepEqual(
    historyOf('R r 2000 o - Ap Su>=1 0u 1 D', 'R r 2000 o - S F<=30 0u 0 S', 'Z Z 0 r X%sT'),
    [' 0 0 XST', '2000-04-02T00:00 1 1 XDT', '2000-09-29T00:00 0 0 XST'],
  );
});

test('negative DST is an exception of winter', () => {
  assert.deepEqual(
    historyOf('R r 2000 o - Mar 26 1u 0 -', 'R r 2000 o - O 29 1u -1 -', 'Z Z 1 r IST/GMT'),
    [' 1 0 IST', '2000-10-29T01:00 0 -1 GMT'],
  );
});

test('an era begins with the DST that its rules had brought before', () => {
  assert.deepEqual(
    historyOf(
      'R r 2000 o - Mar 1 0u 1 D',
      'R r 2000 o - O 1 0u 0 S',
      'Z Z 0 - A 2000 Jun',
      '1 r B%sT',
    ),
    [' 0 0 A', '2000-06-01T00:00 2 1 BDT', '2000-10-01T00:00 1 0 BST'],
  );
});

test('a change of rules as an era starts leaves no hour in between', () => {
  const rules = ['R r 1999 o - O 3 0 1 -', 'R r 2000 o - Mar 3 0 0 -'];
  assert.deepEqual(historyOf(...rules, 'Z Z -3 - %z 1999 O 3', '-4 r %z'), [
    ' -3 0 -03',
    '1999-10-03T03:00 -3 1 -03',
    '2000-03-03T03:00 -4 0 -04',
  ]);
});
