import assert from 'node:assert/strict';
import { isIP } from 'node:net';
import { test } from 'node:test';
import { IP_ADDRESS_PATTERN } from '@dataiku-assessment/contract';

const pattern = new RegExp(IP_ADDRESS_PATTERN);
const texts = [
  ...['192.0.2.1', '255.255.255.255', '0.0.0.0', '256.0.0.1', '1.2.3', '01.2.3.4', '1.2.3.4.5', ''],
  ...['::', '::1', '1::', '2001:db8::1', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8'],
  ...['1::3:4:5:6:7:8', '1:2:3:4:5:6::8', '1:2:3:4:5:6:7:8:9', '1::2::3', '1:2', ':1', '1:', 'g::'],
  ...['1:2:3:4:5:6:7', '12345::', '::1.', '[::1]', '::1 '],
];
for (const text of texts) {
  test(`the pattern of addresses takes "${text}" as Node does`, () => {
    assert.equal(pattern.test(text), isIP(text) !== 0);
  });
}
