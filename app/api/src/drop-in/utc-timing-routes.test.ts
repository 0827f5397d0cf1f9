import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

const DATE = 'Mon, 23 Nov 2026 05:07:02 GMT';

for (const scheme of ['iso', 'xsdate', 'head']) {
  test(`answers UTC in ms for http-${scheme}, with a Date of the same moment`, async () => {
    const app = buildApp(readConfig({}), openPorts());
    const answer = await app.inject(`/api/utctiming/${scheme}?t=1795410422`);
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.body, '2026-11-23T05:07:02.880Z');
    assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.match(String(answer.headers['access-control-expose-headers']), /^Date$/);
    assert.equal(answer.headers.date, DATE);
  });
}

test('answers HEAD with the Date alone', async () => {
  const app = buildApp(readConfig({}), openPorts());
  const answer = await app.inject({ method: 'HEAD', url: '/api/utctiming/head' });
  assert.deepEqual([answer.statusCode, answer.body, answer.headers.date], [200, '', DATE]);
});
