import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prefersPlainText } from './accept.ts';

const plainText = [
  'text/plain',
  'TEXT/Plain',
  'text/*',
  'text/plain; charset=utf-8',
  'text/plain;q=0.9, application/json;q=0.8',
  'application/json;q=0, */*',
  'application/json;q=0.5,text/*;q=0.6',
  'application/json;q=2, text/plain',
];
for (const accept of plainText) {
  test(`prefers plain text for "${accept}"`, () => assert.equal(prefersPlainText(accept), true));
}

const json = [
  undefined,
  '',
  '*/*',
  'application/json',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'text/plain, application/json',
  'text/plain;q=0.8, */*;q=0.9',
  'text/plain;q=0',
  'text/plain;q=x',
  'image/png',
  ',;/,',
];
for (const accept of json) {
  test(`prefers JSON for "${accept}"`, () => assert.equal(prefersPlainText(accept), false));
}
