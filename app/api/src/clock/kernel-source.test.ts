import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openKernelSource } from './kernel-source.ts';

const log = { info() {}, warn() {} };

test("reads this machine's kernel, whatever it has to say", () => {
  const source = openKernelSource(0, log);
  const reading = source.read();
  assert.equal(reading.source, 'kernel');
  assert.ok(reading.kind === 'offset' || reading.reason.length > 0);
});

test('can be opened twice in one process', () => {
  openKernelSource(0, log);
  const source = openKernelSource(0, log);
  assert.equal(source.read().source, 'kernel');
});
