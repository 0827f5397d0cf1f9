import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalOf } from './disposable.ts';

test('runs against a cluster that is called disposable', () => {
  assert.equal(refusalOf('kind-dataiku-disposable', undefined), undefined);
  assert.equal(refusalOf('production', '1'), undefined);
});

test('refuses any other, and says why', () => {
  assert.match(
    refusalOf('production', undefined) ?? '',
    /the current context is "production"; allowed: one with "disposable" in its name/,
  );
});
