import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKept, reportLine } from './budgets.ts';

test('a limit itself is kept, what was not measured is not', () => {
  assert.equal(isKept({ name: 'a', value: 2, limit: 2, unit: '%' }), true);
  assert.equal(isKept({ name: 'a', value: 2.01, limit: 2, unit: '%' }), false);
  assert.equal(isKept({ name: 'a', value: 98, limit: 99, atLeast: true, unit: '' }), false);
  assert.equal(isKept({ name: 'a', value: Number.NaN, limit: 2, unit: '%' }), false);
});

test('a line says what was measured, and against what', () => {
  const size = { name: 'JavaScript', value: 85.1234, limit: 85, unit: 'kB' };
  assert.equal(reportLine(size), 'OVER  JavaScript: 85.123 kB (at most 85 kB)');
  const shift = { name: 'Shift', value: 0.0000197, limit: 0, unit: '' };
  assert.equal(reportLine(shift), 'OVER  Shift: 0.00002 (at most 0)');
  const score = { name: 'SEO', value: 100, limit: 99, atLeast: true, unit: '' };
  assert.equal(reportLine(score), 'ok    SEO: 100 (at least 99)');
});
