import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import type { TimeAnswer, TimezonesAnswer } from '@dataiku-assessment/contract';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { BUNDLED_TZ_DATABASE, TzDatabase, useTzDatabase } from '../zones/tz-database.ts';

const BUNDLED = readFileSync(new URL('../zones/tzdb/tzdata.zi', import.meta.url), 'utf8');
const NEWER = BUNDLED.replace(/^# version \S+/, '# version 2027a');

async function serve(t: TestContext): Promise<string> {
  const app = buildApp(readConfig({ MAX_LOOP_LAG_MS: '0' }), openPorts());
  t.after(() => app.close());
  t.after(() => useTzDatabase(BUNDLED_TZ_DATABASE));
  await app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

test('another release is in every answer from its first moment on, and no request fails', async (t) => {
  const url = await serve(t);
  const releases = new Set<string>();
  let isOver = false;
  const ask = async () => {
    while (!isOver) {
      const answer = await fetch(`${url}/api/v1/time?timezone=America/Winnipeg`);
      assert.equal(answer.status, 200);
      releases.add(((await answer.json()) as TimeAnswer).tzdb);
    }
  };
  const clients = Promise.all([ask(), ask(), ask(), ask()]);
  while (releases.size < 1) await fetch(`${url}/api/v1/time`);
  useTzDatabase(new TzDatabase(NEWER, BUNDLED_TZ_DATABASE));
  while (releases.size < 2) await fetch(`${url}/api/v1/time`);
  isOver = true;
  await clients;
  assert.deepEqual([...releases], [BUNDLED_TZ_DATABASE.version, '2027a']);
  const list = (await (await fetch(`${url}/api/v1/timezones`)).json()) as TimezonesAnswer;
  assert.equal(list.tzdb, '2027a');
});

test('the stream of events announces another release', async (t) => {
  const url = await serve(t);
  const { body } = await fetch(`${url}/api/v1/events`);
  assert.ok(body !== null);
  let text = '';
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    if (text === '') useTzDatabase(new TzDatabase(NEWER));
    text += part;
    if (text.includes('event: tzdb\ndata: {"tzdb":"2027a"}\n\n')) break;
  }
});
