import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillDocument } from './fill-document.ts';

const now = new Date(Date.UTC(2026, 10, 28, 13, 31, 8, 999));
const fill = (document: string, pageUrl = 'https://time.example/') =>
  fillDocument(document, { now, pageUrl });

test('a document gets its time in the formats that it names, in UTC', () => {
  const time = '<!--#config timefmt="%H:%M:%S" --><!--#echo var="date_gmt" -->';
  const date = '<!--#config timefmt="%Y-%m-%d" --><!--#echo var="date_gmt" -->';
  assert.equal(fill(`${time} on ${date}<!-- kept -->`), '13:31:08 on 2026-11-28<!-- kept -->');
});

test('an address cannot break out of its attribute', () => {
  const document = '<meta content="<!--#echo var="page_url" -->a.png">';
  assert.equal(fill(document), '<meta content="https://time.example/a.png">');
  assert.equal(fill(document, '"><b>&'), '<meta content="&#34;&#62;&#60;b&#62;&#38;a.png">');
});

test('a variable that no server has is a fault', () => {
  assert.throws(() => fill('<!--#echo var="other" -->'), RangeError);
});
