import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTimeType } from './local-time-type.ts';

const moments: readonly [zoned: string, standardOffset: string, isDst: boolean, name: string][] = [
  ['2026-01-15T12:00+01:00[Europe/Paris]', '+01:00', false, 'CET'],
  ['2026-07-15T12:00+02:00[Europe/Paris]', '+01:00', true, 'CEST'],
  ['2500-07-15T12:00+02:00[Europe/Paris]', '+01:00', true, 'CEST'],
  ['1900-01-01T12:00+00:09:21[Europe/Paris]', '+00:09:21', false, 'PMT'],
  ['2026-07-15T12:00+05:30[Asia/Calcutta]', '+05:30', false, 'IST'],
  ['2026-07-15T12:00+05:45[Asia/Kathmandu]', '+05:45', false, '+0545'],
  ['2026-01-15T12:00+00:00[Europe/Dublin]', '+01:00', true, 'GMT'],
  ['2026-07-15T12:00+01:00[Europe/Dublin]', '+01:00', false, 'IST'],
  ['2026-10-31T12:00-07:00[America/Vancouver]', '-08:00', true, 'PDT'],
  ['2026-11-02T12:00-07:00[America/Vancouver]', '-07:00', false, 'MST'],
  ['1943-07-15T12:00-07:00[America/Los_Angeles]', '-08:00', true, 'PWT'],
  ['2026-07-15T12:00-05:00[Etc/GMT+5]', '-05:00', false, '-05'],
];
for (const [text, standardOffset, isDst, abbreviation] of moments) {
  test(`knows ${abbreviation} in ${text}`, () => {
    const zoned = Temporal.ZonedDateTime.from(text);
    const { offset: utcOffset } = zoned;
    assert.deepEqual(localTimeType(zoned), { utcOffset, standardOffset, isDst, abbreviation });
  });
}

test('names an offset that the table lacks in figures, and says nothing of DST', () => {
  const zoned = new Temporal.ZonedDateTime(0n, '+03:30');
  assert.deepEqual(localTimeType(zoned), {
    utcOffset: '+03:30',
    standardOffset: null,
    isDst: null,
    abbreviation: '+0330',
  });
});
