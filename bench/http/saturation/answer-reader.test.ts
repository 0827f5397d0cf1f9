import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnswerReader } from './answer-reader.ts';

const ANSWER = 'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy';

test('an answer in one chunk gives its status', () => {
  assert.equal(new AnswerReader().take(Buffer.from(ANSWER)), 503);
});

test('an answer cut anywhere gives its status with its last byte', () => {
  for (let cut = 1; cut < ANSWER.length; cut += 1) {
    const reader = new AnswerReader();
    assert.equal(reader.take(Buffer.from(ANSWER.slice(0, cut))), null, `cut at ${cut}`);
    assert.equal(reader.take(Buffer.from(ANSWER.slice(cut))), 503, `cut at ${cut}`);
  }
});

test('the next answer starts afresh', () => {
  const reader = new AnswerReader();
  reader.take(Buffer.from(ANSWER));
  assert.equal(reader.take(Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')), 200);
});

test('refuses what has no length', () => {
  assert.throws(() => new AnswerReader().take(Buffer.from('HTTP/1.1 200 OK\r\n\r\n')), /no answer/);
});

test('refuses an answer that nobody asked for', () => {
  assert.throws(() => new AnswerReader().take(Buffer.from(ANSWER + ANSWER)), /more than one/);
});
