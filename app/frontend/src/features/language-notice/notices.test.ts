import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeFor } from './notices.ts';

test('a visitor is told in the first language that has words for it', () => {
  assert.deepEqual(noticeFor(['pt-BR', 'it']), { lang: 'pt', text: 'Esta página está em inglês.' });
  assert.equal(noticeFor(['xx', 'it-CH']).lang, 'it');
});

test('others are told in English', () => {
  assert.deepEqual(noticeFor(['xx']), { lang: 'en', text: 'This page is in English.' });
});
