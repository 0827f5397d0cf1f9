import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { startApi } from './api-process.ts';

/** An API without the page, which is gone at the end of the test. */
async function startFor(t: TestContext, env: Record<string, string>) {
  const api = await startApi({ WEB_ROOT: '', ...env });
  t.after(api.kill);
  return api;
}

/** A request that stays open: its head was taken, its body of one letter is yet to come. */
async function openRequest(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'POST /api/v1/time HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n',
  );
  const [interim] = await once(socket, 'data');
  assert.match(String(interim), /^HTTP\/1\.1 100 /);
  return socket;
}

/** Waits until nobody listens on the port any more. */
async function untilRefused(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
    } catch {
      return;
    } finally {
      socket.destroy();
    }
  }
}

test('is alive and ready once it serves', async (t) => {
  const api = await startFor(t, {});
  assert.equal((await fetch(`${api.managementUrl}/livez`)).status, 200);
  assert.equal((await fetch(`${api.managementUrl}/readyz`)).status, 200);
  assert.equal((await fetch(`${api.url}/api/v1/time`)).status, 200);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`answers while it drains after ${signal}, but is not ready and closes connections`, async (t) => {
    const api = await startFor(t, { DRAIN_SECONDS: '600', STOP_LIMIT_SECONDS: '601' });
    api.signal(signal);
    await api.logged(/"stopping"/);
    const readiness = await fetch(`${api.managementUrl}/readyz`);
    assert.deepEqual([readiness.status, await readiness.text()], [503, 'draining\n']);
    assert.equal((await fetch(`${api.managementUrl}/livez`)).status, 200);
    const answer = await fetch(`${api.url}/api/v1/time`);
    assert.deepEqual([answer.status, answer.headers.get('connection')], [200, 'close']);
    assert.equal((await fetch(`${api.url}/api/v1/time`)).status, 200);
  });

  test(`ends at once on a second ${signal}`, async (t) => {
    const api = await startFor(t, { DRAIN_SECONDS: '600', STOP_LIMIT_SECONDS: '601' });
    api.signal(signal);
    await api.logged(/"stopping"/);
    api.signal(signal);
    assert.equal(await api.exitCode, 1);
    await api.logged(new RegExp(`"ended by a second ${signal}`));
  });
}

test('exits with 0 after the drain, whatever connections are idle', async (t) => {
  const api = await startFor(t, { DRAIN_SECONDS: '0' });
  const idle = [connect(api.port, '127.0.0.1'), connect(api.port, '127.0.0.1')];
  idle[0]?.write('GET /api/v1/time HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(idle[0] as Socket, 'data');
  api.signal('SIGTERM');
  assert.equal(await api.exitCode, 0);
  await api.logged(/"stopped"/);
});

test('finishes a request that is open when it stops, then exits with 0', async (t) => {
  const api = await startFor(t, { DRAIN_SECONDS: '0', STOP_LIMIT_SECONDS: '600' });
  const socket = await openRequest(api.port);
  api.signal('SIGTERM');
  await untilRefused(api.port);
  socket.write('x');
  const [answer] = await once(socket, 'data');
  assert.match(String(answer), /^HTTP\/1\.1 405 /);
  assert.equal(await api.exitCode, 0);
});

test('ends with 1 at its limit, whatever is still open', async (t) => {
  const api = await startFor(t, { DRAIN_SECONDS: '0', STOP_LIMIT_SECONDS: '1' });
  const socket = await openRequest(api.port);
  socket.on('error', () => {});
  api.signal('SIGTERM');
  assert.equal(await api.exitCode, 1);
  await api.logged(/"ended by the time limit/);
});
