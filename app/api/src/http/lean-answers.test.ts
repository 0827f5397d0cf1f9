import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

/** All that a device reads: its buffer is full, or the server has closed. */
const BUFFER_BYTES = 1024;

/** As sketches for microcontrollers ask: HTTP/1.0 on a bare socket, without a Host. */
async function ask(path: string, accept: string, environment = {}): Promise<string> {
  const app = buildApp(readConfig({ MAX_LOOP_LAG_MS: '0', ...environment }), openPorts());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.0\r\n${accept}\r\n`);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  await app.close();
  return Buffer.concat(chunks).toString();
}

const answers: readonly [path: string, accept: string, bytes: number][] = [
  ['/api/v1/time', 'Accept: text/plain\r\n', 280],
  ['/api/v1/time?timezone=Asia/Kathmandu', 'Accept: text/plain\r\n', 285],
  ['/api/timezone/Etc/UTC.txt', '', 530],
  ['/api/timezone/Etc/UTC', '', 575],
  ['/api/timezone/America/Argentina/ComodRivadavia.json', '', 730],
  ['/api/time/current/zone?timeZone=UTC', '', 460],
  ['/api/utctiming/iso', '', 295],
];
for (const [path, accept, most] of answers) {
  for (const environment of [{}, { RATE_LIMIT_PER_MINUTE: '60' }]) {
    const limit = 'RATE_LIMIT_PER_MINUTE' in environment ? ' with a rate limit' : '';
    test(`answers ${path}${limit} in ${most} bytes, and closes`, async () => {
      const answer = await ask(path, accept, environment);
      assert.match(answer, /^HTTP\/1\.1 200 OK\r\n/);
      const extra = limit === '' ? 0 : 80;
      const bytes = Buffer.byteLength(answer);
      assert.ok(bytes <= most + extra && most + extra < BUFFER_BYTES, `${bytes} bytes`);
      assert.match(answer, /\r\ncontent-length: \d+\r\n/i);
    });
  }
}
