import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage } from '../../lib/language.ts';
import { systemOf } from '../../lib/system.ts';
import { deviceWords } from './device-words.ts';

const judge = (offsetMs: number, boundMs = 3, scale: 'utc' | 'host' = 'utc') => {
  const offset = { offsetMs, boundMs, scale, stepMs: 1 };
  const { state, lead, key } = deviceWords(offset, false, chooseLanguage('en', []));
  return [state, `${lead} ${key}`.replaceAll('\u00a0', ' ')];
};

test('a device is right within a tenth of a second, or within what is known', () => {
  assert.deepEqual(judge(2), ['right', 'Your computer’s clock is right']);
  assert.deepEqual(judge(-90), ['right', 'Your computer’s clock is right']);
  assert.equal(judge(400, 500)[0], 'right');
});

test('a wrong device is told by how much, ahead or behind', () => {
  assert.deepEqual(judge(83_200), ['wrong', 'Your computer’s clock is 1 min 23 s ahead']);
  assert.deepEqual(judge(-2_340), ['wrong', 'Your computer’s clock is 2.3 s behind']);
  assert.deepEqual(judge(-3_600_000)[1], 'Your computer’s clock is 1 h 0 min 0 s behind');
  assert.equal(judge(97.5)[0], 'wrong');
});

test('while UTC is unknown, no device is called right or wrong', () => {
  assert.equal(judge(83_200, 3, 'host')[0], 'unknown');
  assert.equal(judge(0, 3, 'host')[0], 'unknown');
});

test('the system is read off the user agent', () => {
  assert.equal(systemOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64)'), 'windows');
  assert.equal(systemOf('Mozilla/5.0 (Linux; Android 14; Pixel 8)'), 'android');
  assert.equal(systemOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)'), 'ios');
  assert.equal(systemOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'), 'mac');
  assert.equal(systemOf('Mozilla/5.0 (X11; Linux x86_64)'), 'linux');
  assert.equal(systemOf('curl'), 'other');
});
