import assert from 'node:assert/strict';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { API_BUNDLE, startApi } from './api-process.ts';
import { freePort } from './free-port.ts';
import { spawn } from './spawn.ts';

// What the machine, or a client that means no good, does to a process. Each of these ended or blocked it.

const GET_TIME = 'GET /api/v1/time HTTP/1.1\r\nHost: localhost\r\n\r\n';
const NO_PAGE = { WEB_ROOT: '' };

async function startFor(t: TestContext, env: Record<string, string> = {}) {
  const api = await startApi({ ...NO_PAGE, ...env });
  t.after(api.kill);
  return api;
}

/** Starts the API by a shell line, in which `$@` is its command; waits until it is ready. */
async function startByShell(t: TestContext, line: string, stdout: number | 'ignore' = 'ignore') {
  const [port, managementPort] = await Promise.all([freePort(), freePort()]);
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    MANAGEMENT_PORT: String(managementPort),
    DRAIN_SECONDS: '0',
    MAX_LOOP_LAG_MS: '0',
  };
  const child = spawn('bash', ['-c', line, 'bash', process.execPath, API_BUNDLE], {
    env,
    stdio: ['ignore', stdout, 'inherit'],
  });
  const exit = once(child, 'exit');
  t.after(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  const [url, managementUrl] = [port, managementPort].map((port) => `http://127.0.0.1:${port}`);
  while ((await fetch(`${managementUrl}/readyz`).catch(() => null))?.status !== 200) await wait(20);
  return { child, exit, port, url, managementUrl };
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // A connection that the server ends is what some of these look for.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

test('goes on, stops and counts the lines when the log has no room', async (t) => {
  const log = openSync('/dev/full', 'w');
  const { child, exit, url, managementUrl } = await startByShell(t, 'exec "$@"', log);
  assert.equal((await fetch(`${url}/api/v1/time`)).status, 200);
  const metrics = await (await fetch(`${managementUrl}/metrics`)).text();
  assert.match(metrics, /^log_lines_dropped_total [1-9]/m);
  child.kill('SIGTERM');
  assert.deepEqual(await exit, [0, null]);
});

test('answers few of the requests that one connection pipelines', async (t) => {
  const { port, url } = await startFor(t);
  const socket = await open(port);
  socket.write(GET_TIME.replace('/time', '/timezones?limit=999').repeat(1000));
  const answers = (await buffer(socket)).toString('latin1');
  assert.equal(answers.match(/HTTP\/1\.1 200 /g)?.length, 8);
  assert.equal(answers.match(/HTTP\/1\.1 429 /g)?.length, 1);
  assert.equal((await fetch(`${url}/api/v1/time`)).status, 200);
});

test('keeps serving with few file descriptors and many connections', async (t) => {
  const { child, port, managementUrl } = await startByShell(t, 'ulimit -n 64; exec "$@"');
  const sockets = await Promise.all(Array.from({ length: 100 }, () => open(port)));
  // The first ones have their places; what is beyond the limit is closed at once.
  const [first] = sockets as [Socket];
  const answer = once(first, 'data');
  first.write(GET_TIME);
  assert.match(String(await answer), /^HTTP\/1\.1 200 /);
  assert.equal((await fetch(`${managementUrl}/livez`)).status, 200);
  // Longer than the pressure on the process is looked at: once a second.
  while (sockets.at(-1)?.closed === false) await wait(20);
  for (let i = 0; i < 3; i += 1) {
    assert.equal((await fetch(`${managementUrl}/metrics`)).status, 200);
  }
  assert.equal(child.exitCode, null);
  for (const socket of sockets) socket.destroy();
});

test('stops without waiting for clients that have sent no complete request', async (t) => {
  const api = await startFor(t, { DRAIN_SECONDS: '0' });
  const connected = [
    '',
    'GET / HT',
    'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
    'POST /api/v1/time HTTP/1.1\r\nHo',
  ];
  for (const bytes of connected) (await open(api.port)).write(bytes);
  api.signal('SIGTERM');
  assert.equal(await api.exitCode, 0);
});

test('leaves no connection half closed after a refusal', async (t) => {
  const { port } = await startFor(t);
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => {});
  socket.write('CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n');
  socket.resume();
  // The server is gone from the connection: what is sent now is answered by a reset.
  const sending = setInterval(() => socket.write('x'), 20);
  await closed;
  clearInterval(sending);
});

test('logs refusals as a count, without a line for each', async (t) => {
  const { logged, port, url } = await startFor(t, { EVENTS_PER_ADDRESS: '1' });
  (await open(port)).write(GET_TIME.replace('/time', '/events'));
  for (let i = 0; i < 50; i += 1) await (await fetch(`${url}/api/v1/events`)).text();
  const line = JSON.parse(await logged(/requests refused/));
  assert.equal(line.code, 'too-many-streams');
  assert.ok(line.count > 1);
  await assert.rejects(Promise.race([logged(/request failed/), Promise.reject(new Error('none'))]));
});

test('begins a stream of events that was asked for behind another request', async (t) => {
  const { port } = await startFor(t);
  const socket = await open(port);
  socket.write(GET_TIME + GET_TIME.replace('/time', '/events'));
  let received = '';
  for await (const chunk of socket) {
    received += chunk;
    if (received.includes('event: clock')) break;
  }
  assert.match(received, /retry: 2000\n\nevent: clock\n/);
});

test('ends in time when the collector of traces is out of reach', async (t) => {
  const collector = `http://127.0.0.1:${await freePort()}`;
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    DRAIN_SECONDS: '0',
    STOP_LIMIT_SECONDS: '6',
  };
  const api = await startFor(t, env);
  await (await fetch(`${api.url}/api/v1/time`)).text();
  api.signal('SIGTERM');
  assert.equal(await api.exitCode, 0);
});

test('opens no debugger on SIGUSR1, as it ships', async (t) => {
  const { child, url } = await startByShell(t, 'exec "$1" --disable-sigusr1 "$2"');
  child.kill('SIGUSR1');
  assert.equal((await fetch(`${url}/api/v1/time`)).status, 200);
  await assert.rejects(open(9229));
});
