import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Problem } from '@dataiku-assessment/contract';
import type { InjectOptions } from 'fastify';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

/** The answer to a request that is refused, and the problem in it. */
async function refuse(request: InjectOptions, ports = openPorts()) {
  const answer = await buildApp(readConfig({}), ports).inject(request);
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
  const problem: Problem = answer.json();
  assert.deepEqual([...Value.Errors(Problem, problem)], []);
  assert.equal(problem.status, answer.statusCode);
  return { answer, problem };
}

const unknownPaths = [
  '/index.html',
  '/nothing',
  '/api',
  '/api/v1/times',
  '/api/v1/time//',
  '/API/v1/time',
  '//api/v1/time',
  '/api/v1/:a(',
  '/api/v1/*x',
  '/%2e%2e/etc/passwd',
];
for (const url of unknownPaths) {
  test(`answers 404 for ${url}`, async () => {
    const { answer, problem } = await refuse({ url });
    assert.equal(answer.statusCode, 404);
    assert.deepEqual(problem, {
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'unknown-path',
      detail: 'No such path.',
    });
    assert.equal(answer.headers.allow, undefined);
  });
}

test('answers GET with 405 where there is only POST', async () => {
  const { answer, problem } = await refuse({ method: 'GET', url: '/api/timesync' });
  assert.equal(answer.statusCode, 405);
  assert.equal(answer.headers.allow, 'POST, OPTIONS');
  assert.equal(problem.code, 'method-not-allowed');
});

for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'] as const) {
  test(`answers ${method} with 405 and the methods that there are`, async () => {
    const request = { method: method as 'POST', url: '/api/v1/time?timezone=UTC' };
    const { answer, problem } = await refuse(request);
    assert.equal(answer.statusCode, 405);
    assert.equal(answer.headers.allow, 'GET, HEAD, OPTIONS');
    assert.equal(problem.code, 'method-not-allowed');
  });
}

test('answers 404 for an unknown path whatever the method', async () => {
  const { answer, problem } = await refuse({ method: 'DELETE', url: '/nothing' });
  assert.deepEqual([answer.statusCode, problem.code], [404, 'unknown-path']);
});

for (const type of ['application/json', 'image/png']) {
  test(`reads no sense into a body within the limit, though it claims to be ${type}`, async () => {
    const headers = { 'content-type': type };
    const payload = '{'.repeat(16_384);
    const { answer } = await refuse({ method: 'POST', url: '/api/v1/time', headers, payload });
    assert.equal(answer.statusCode, 405);
  });
}

test('answers 413 for a body over the limit', async () => {
  const payload = 'x'.repeat(16_385);
  const { answer, problem } = await refuse({ method: 'POST', url: '/api/v1/time', payload });
  assert.deepEqual([answer.statusCode, problem.code], [413, 'body-too-large']);
});

test('answers 400 for a path with an invalid percent-encoding', async () => {
  const { answer, problem } = await refuse({ url: '/api/%zz' });
  assert.deepEqual([answer.statusCode, problem.code], [400, 'malformed-url']);
});

test('answers 414 for a URL that is far longer than any that is asked for', async () => {
  const { answer, problem } = await refuse({ url: `/api/v1/time?${'x'.repeat(13_000)}` });
  assert.deepEqual([answer.statusCode, problem.code], [414, 'url-too-long']);
});

/** Ports whose host clock breaks once the application is built, and the cause. */
function brokenPorts(t: TestContext) {
  const ports = openPorts();
  const error = new Error('the secret detail', { cause: new Error('the deeper cause') });
  t.mock.method(ports.host, 'nowNs', () => {
    throw error;
  });
  return ports;
}

test('answers 500 without details when a handler crashes', async (t) => {
  const { answer, problem } = await refuse({ url: '/api/v1/time' }, brokenPorts(t));
  assert.equal(answer.statusCode, 500);
  assert.deepEqual(problem, {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    code: 'internal-error',
    detail: 'The server failed; its log has the cause.',
  });
});

test('logs the crash of a handler with its request, its stack and its cause', async (t) => {
  const ports = brokenPorts(t);
  await refuse({ url: '/api/v1/time?timezone=UTC' }, ports);
  const [line] = ports.logLines;
  assert.equal(ports.logLines.length, 1);
  assert.equal(line?.msg, 'request failed');
  assert.equal(line.level, 50);
  assert.deepEqual([line.method, line.url], ['GET', '/api/v1/time?timezone=UTC']);
  const err = line.err as { readonly message: string; readonly stack: string };
  assert.match(err.message, /the secret detail: the deeper cause/);
  assert.match(err.stack, /error-handling\.test\.ts/);
});

test('logs nothing for what the client did wrong', async () => {
  const ports = openPorts();
  const app = buildApp(readConfig({}), ports);
  assert.equal((await app.inject('/api/v1/time?nonsense=1')).statusCode, 400);
  assert.equal((await app.inject('/nothing')).statusCode, 404);
  assert.equal((await app.inject('/%zz')).statusCode, 400);
  assert.deepEqual(ports.logLines, []);
});

for (const request of [
  { url: '/api/v1/time' },
  { url: '/api/timezone/Europe/Paris' },
  { url: '/api/v1/time', headers: { 'content-type': 'application/json' }, payload: '{}' },
]) {
  test(`answers 405 to QUERY ${request.url} ${request.payload ?? 'without a body'}`, async () => {
    const app = buildApp(readConfig({}), openPorts());
    const answer = await app.inject({ method: 'QUERY' as 'GET', ...request });
    assert.equal(answer.statusCode, 405);
    assert.equal(answer.headers.allow, 'GET, HEAD, OPTIONS');
  });
}
