import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatOffset, offsetInFigures } from './offset-text.ts';

const offsets: readonly [seconds: number, text: string, figures: string][] = [
  [0, '+00:00', '+00'],
  [3600, '+01:00', '+01'],
  [-12_600, '-03:30', '-0330'],
  [20_700, '+05:45', '+0545'],
  [561, '+00:09:21', '+000921'],
  [-29_548, '-08:12:28', '-081228'],
];
for (const [seconds, text, figures] of offsets) {
  test(`writes ${seconds} s as ${text}, and as ${figures} in place of a name`, () => {
    assert.equal(formatOffset(seconds), text);
    assert.equal(offsetInFigures(seconds), figures);
  });
}
