import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOfYear, isoWeek } from './calendar.ts';

const week = (date: string) => {
  const { year, week } = isoWeek(Date.parse(`${date}T23:59:59.999Z`));
  return `${year}-W${week}`;
};

test('a week runs from Monday to Sunday', () => {
  assert.deepEqual(['2026-11-22', '2026-11-23', '2026-11-29'].map(week), [
    '2026-W47',
    '2026-W48',
    '2026-W48',
  ]);
});

test("a week belongs to its Thursday's year", () => {
  assert.equal(week('2027-01-03'), '2026-W53');
  assert.equal(week('2027-01-04'), '2027-W1');
  assert.equal(week('2024-12-30'), '2025-W1');
  assert.equal(week('1969-12-29'), '1970-W1');
});

test('days are counted from 1, in leap years to 366', () => {
  const day = (date: string) => dayOfYear(Date.parse(`${date}T23:59:59.999Z`));
  assert.deepEqual(
    ['2026-01-01', '2026-11-23', '2026-12-31', '2028-12-31'].map(day),
    [1, 327, 365, 366],
  );
});
