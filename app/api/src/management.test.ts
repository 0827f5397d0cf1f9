import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPorts } from './app.fixture.ts';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { buildManagement } from './management.ts';
import { tzDatabase } from './zones/tz-database.ts';

const VERSION = { version: '1.2.3', commit: '3da95f2' };
const PHASES = ['starting', 'ready', 'draining'] as const;

for (const phase of PHASES) {
  test(`is alive while ${phase}`, async () => {
    const ports = openPorts();
    ports.lifecycle.phase = phase;
    const answer = await buildManagement(VERSION, ports).inject('/livez');
    assert.deepEqual([answer.statusCode, answer.body], [200, 'alive\n']);
    assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
  });
}

for (const [phase, status] of [
  ['starting', 503],
  ['ready', 200],
  ['draining', 503],
] as const) {
  test(`answers ${status} to the readiness probe while ${phase}`, async () => {
    const ports = openPorts();
    ports.lifecycle.phase = phase;
    const answer = await buildManagement(VERSION, ports).inject('/readyz');
    assert.deepEqual([answer.statusCode, answer.body], [status, `${phase}\n`]);
    assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
  });
}

for (const kind of ['unsynchronized', 'contradictory', 'unknown'] as const) {
  test(`is ready with a clock that is ${kind}: the answers say so themselves`, async () => {
    const ports = openPorts({ kind, source: 'kernel', reason: 'it is so' });
    assert.equal(ports.clock.read().clock.status, kind);
    const answer = await buildManagement(VERSION, ports).inject('/readyz');
    assert.equal(answer.statusCode, 200);
  });
}

test('says what is running', async () => {
  const answer = await buildManagement(VERSION, openPorts()).inject('/version');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.deepEqual(answer.json(), { ...VERSION, tzdb: tzDatabase().version });
});

test('answers metrics in the text format of Prometheus', async () => {
  const answer = await buildManagement(VERSION, openPorts()).inject('/metrics');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
  assert.match(answer.body, /^# TYPE process_cpu_seconds_total counter$/m);
});

test('is not served on the public port', async () => {
  const app = buildApp(readConfig({}), openPorts());
  for (const url of ['/livez', '/readyz', '/metrics', '/version']) {
    assert.equal((await app.inject(url)).statusCode, 404);
  }
});

test('asks its clients to close while draining, on both ports', async () => {
  const ports = openPorts();
  const servers = [buildApp(readConfig({}), ports), buildManagement(VERSION, ports)];
  for (const phase of PHASES) {
    ports.lifecycle.phase = phase;
    for (const server of servers) {
      const { headers } = await server.inject('/nothing');
      assert.equal(headers.connection, phase === 'draining' ? 'close' : 'keep-alive');
    }
  }
});
