import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem, SyncAnswer } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { noSource } from '../clock/clock-source.ts';
import { openHostClock } from '../clock/host-clock.ts';
import { ServerClock } from '../clock/server-clock.ts';
import { readConfig } from '../config.ts';

const NONCE = 'q83vEjRWeJCrze8SNFZ4kA';
const URL = `/api/v1/sync?nonce=${NONCE}`;

function openApp(ports: Parameters<typeof buildApp>[1] = openPorts()) {
  return buildApp(readConfig({}), ports);
}

test('answers an exchange: the nonce, two stamps and their step, UTC − host, the clock', async () => {
  const answer = await openApp().inject(URL);
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  assert.equal(answer.headers['timing-allow-origin'], '*');
  const { clock, ...exchange } = answer.json();
  assert.deepEqual(exchange, {
    nonce: NONCE,
    receivedNs: '1795410422879099121',
    sentNs: '1795410422879099121',
    stepNs: '1500',
    utcMinusHost: { minNs: '-1000000', maxNs: '3000000' },
  });
  assert.equal(clock.status, 'synchronized');
});

test('echoes each nonce of the alphabet', async () => {
  const app = openApp();
  for (const nonce of ['A'.repeat(22), '-_-_-_-_-_-_-_-_-_-_-_', '0123456789abcdefghijKL']) {
    assert.equal((await app.inject(`/api/v1/sync?nonce=${nonce}`)).json().nonce, nonce);
  }
});

test('answers no UTC − host where the clock has no bound', async () => {
  const reading = { kind: 'unsynchronized', source: 'kernel', reason: 'nothing keeps it' } as const;
  const answer = await openApp(openPorts(reading)).inject(URL);
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.json().utcMinusHost, null);
  assert.deepEqual([...Value.Errors(SyncAnswer, answer.json())], []);
});

test("stamps with this machine's clock inside the exchange, receipt before transmission", async () => {
  const host = openHostClock(null);
  const source = noSource('none is needed');
  const clock = new ServerClock({ host, source, maxBoundNs: 1_000_000_000n });
  const app = openApp({ ...openPorts(), clock });
  const beforeNs = host.nowNs();
  const answer = (await app.inject(URL)).json();
  const afterNs = host.nowNs();
  assert.deepEqual([...Value.Errors(SyncAnswer, answer)], []);
  assert.ok(beforeNs <= BigInt(answer.receivedNs));
  assert.ok(BigInt(answer.receivedNs) <= BigInt(answer.sentNs));
  assert.ok(BigInt(answer.sentNs) <= afterNs);
});

const refusals: readonly [query: string, code: string, parameter: string, detail: string][] = [
  ['', 'missing-parameter', 'nonce', 'The query needs `nonce`.'],
  [`nonce=${NONCE}&nonce=${NONCE}`, 'invalid-parameter', 'nonce', '`nonce` must be given once.'],
  [`nonce=${NONCE}&t=1`, 'unknown-parameter', 't', 'This path has no parameter `t`.'],
  ...['', 'short', `${NONCE}x`, `${NONCE.slice(1)}%2B`, `${NONCE.slice(1)}=`].map(
    (nonce): [string, string, string, string] => [
      `nonce=${nonce}`,
      'invalid-parameter',
      'nonce',
      '`nonce` does not have the right form.',
    ],
  ),
];
for (const [query, code, parameter, detail] of refusals) {
  test(`refuses the query "${query}": ${code}`, async () => {
    const answer = await openApp().inject(`/api/v1/sync?${query}`);
    assert.equal(answer.statusCode, 400);
    assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.equal(answer.headers['cache-control'], 'no-store');
    const problem = answer.json();
    assert.deepEqual([...Value.Errors(Problem, problem)], []);
    assert.deepEqual([problem.code, problem.parameter, problem.detail], [code, parameter, detail]);
  });
}

test('answers HEAD without the body', async () => {
  const answer = await openApp().inject({ method: 'HEAD', url: URL });
  assert.deepEqual([answer.statusCode, answer.body], [200, '']);
});
