import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptsGzip } from './accept-encoding.ts';

const gzip = [
  'gzip',
  'GZIP',
  'gzip, deflate, br, zstd',
  'br;q=1.0,gzip ; q=0.001',
  'identity;q=0, gzip',
  'gzip;q=1, *;q=0',
];
for (const accepted of gzip) {
  test(`sends gzip for "${accepted}"`, () => assert.equal(acceptsGzip(accepted), true));
}

const identity = [
  undefined,
  '',
  '*',
  'identity',
  'br, deflate',
  'gzip;q=0',
  'gzip; q=0.000',
  'gzip;q=0, *',
  '*, gzip;q=0',
  'gzip;q=x',
  'gzippy',
  ',;,',
];
for (const accepted of identity) {
  test(`sends no gzip for "${accepted}"`, () => assert.equal(acceptsGzip(accepted), false));
}
