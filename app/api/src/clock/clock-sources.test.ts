import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseClockSources } from './clock-sources.ts';

test('auto is no list', () => {
  assert.equal(parseClockSources('auto'), 'auto');
});

for (const list of ['none', 'kernel', 'ntp', 'ntp,kernel', 'kernel,ntp', 'ntp,none,kernel']) {
  test(`reads ${list} in its order`, () => {
    assert.deepEqual(parseClockSources(list), list.split(','));
  });
}

for (const text of [
  '',
  'Kernel',
  'kernel,',
  'kernel,kernel',
  'kernel,auto',
  'kernel, ntp',
  'ntpd',
]) {
  test(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseClockSources(text), null));
}
