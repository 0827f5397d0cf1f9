import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { type TestContext, test } from 'node:test';
import { createServer, type TLSSocket, type TlsOptions } from 'node:tls';
import { after } from '../timers.ts';
import { readAuthorities } from './authorities.ts';
import { type Certificate, makeAuthority } from './certificates.fixture.ts';
import { type KeyExchangePorts, tlsKeyExchange } from './key-exchange.ts';

const REQUEST = '80010002000080040002000f80000000';
/** NTPv4, AES-SIV-CMAC-256, and a cookie. */
const GRANT = '80010002000080040002000f00050004c0c1c2c3';
const END = '80000000';

/** What a key server does with a connection on which TLS is established. */
type Behaviour = (socket: TLSSocket) => void;

const answer =
  (hex: string): Behaviour =>
  (socket) =>
    socket.once('data', () => socket.write(Buffer.from(hex, 'hex')));

interface KeyServerOptions extends TlsOptions {
  readonly behave?: Behaviour;
}

/** A key server on loopback; what it presents, and for how long, a test decides. */
async function startKeyServer(
  t: TestContext,
  { certificateFile, keyFile }: Certificate,
  { behave = answer(GRANT + END), ...options }: KeyServerOptions = {},
): Promise<number> {
  const [cert, key] = [readFileSync(certificateFile), readFileSync(keyFile)];
  const server = createServer({ cert, key, ALPNProtocols: ['ntske/1'], ...options }, (socket) => {
    socket.on('error', () => {});
    behave(socket);
  });
  return listen(t, server);
}

async function listen(t: TestContext, server: Server): Promise<number> {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => {
    socket.on('error', () => {});
    sockets.add(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

interface Asking extends Partial<KeyExchangePorts> {
  readonly host?: string;
}

/** Asks that server, trusting an authority. */
function ask(port: number, authority: Certificate, { host = 'localhost', ...ports }: Asking = {}) {
  const extraAuthorities = readAuthorities(authority.certificateFile);
  const exchange = tlsKeyExchange({ after, extraAuthorities, ...ports });
  return exchange({ name: 'test', host, port });
}

async function outcomeOf(asking: ReturnType<typeof ask>): Promise<string> {
  const result = await asking;
  return 'failure' in result ? result.failure : 'keys';
}

test('a grant holds cookies, the address that answered, and the keys that TLS exports', async (t) => {
  const authority = makeAuthority(t);
  const context = (direction: number) => Buffer.from([0, 0, 0, 15, direction]);
  const keys: Buffer[] = [];
  let requested = '';
  const port = await startKeyServer(t, authority.issue('DNS:localhost', 30), {
    behave(socket) {
      socket.once('data', (bytes) => {
        requested = bytes.toString('hex');
        for (const direction of [0, 1]) {
          const label = 'EXPORTER-network-time-security';
          keys.push(socket.exportKeyingMaterial(32, label, context(direction)));
        }
        // In two parts, as a network may deliver it.
        socket.write(Buffer.from(GRANT.slice(0, 30), 'hex'));
        setImmediate(() => socket.write(Buffer.from(GRANT.slice(30) + END, 'hex')));
      });
    },
  });
  const result = await ask(port, authority);
  assert.ok('cookies' in result);
  assert.equal(requested, REQUEST);
  assert.deepEqual([result.host, result.port], ['127.0.0.1', 123]);
  assert.deepEqual(result.cookies, [Buffer.from('c0c1c2c3', 'hex')]);
  assert.deepEqual([result.clientKey, result.serverKey], keys);
  assert.notDeepEqual(result.clientKey, result.serverKey);
  const days = (result.certificateExpires.getTime() - Date.now()) / 86_400_000;
  assert.ok(days > 29 && days < 31, `${days}`);
});

test('a certificate for an address counts for that address', async (t) => {
  const authority = makeAuthority(t);
  const port = await startKeyServer(t, authority.issue('IP:127.0.0.1'));
  assert.equal(await outcomeOf(ask(port, authority, { host: '127.0.0.1' })), 'keys');
  assert.equal(await outcomeOf(ask(port, authority)), 'certificate-for-other-name');
});

test('a certificate for another name, out of date, or of an unknown authority gives no keys', async (t) => {
  const [authority, stranger] = [makeAuthority(t), makeAuthority(t)];
  const outcome = async (certificate: Certificate) =>
    outcomeOf(ask(await startKeyServer(t, certificate), authority));
  assert.equal(await outcome(authority.issue('DNS:other.example')), 'certificate-for-other-name');
  assert.equal(await outcome(authority.issue('DNS:localhost', -1)), 'certificate-expired');
  assert.equal(await outcome(stranger.issue('DNS:localhost')), 'certificate-untrusted');
  // Self-signed: its own authority, which nobody trusts.
  assert.equal(await outcome(stranger), 'certificate-untrusted');
});

test('a certificate that is out of date is told with what this clock says', async (t) => {
  const authority = makeAuthority(t);
  const port = await startKeyServer(t, authority.issue('DNS:localhost', -1));
  const result = await ask(port, authority);
  assert.ok('failure' in result);
  assert.match(result.detail, /^this host's clock says \d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
});

test('a variable that turns verification off for all of Node does not turn it off here', async (t) => {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  t.after(() => delete process.env.NODE_TLS_REJECT_UNAUTHORIZED);
  const [authority, stranger] = [makeAuthority(t), makeAuthority(t)];
  const port = await startKeyServer(t, stranger.issue('DNS:localhost'));
  assert.equal(await outcomeOf(ask(port, authority)), 'certificate-untrusted');
});

test("without an authority of the site's own, Node's list counts", async (t) => {
  const authority = makeAuthority(t);
  const port = await startKeyServer(t, authority.issue('DNS:localhost'));
  const asking = ask(port, authority, { extraAuthorities: null });
  assert.equal(await outcomeOf(asking), 'certificate-untrusted');
});

const outcomes: Record<string, [outcome: string, options: KeyServerOptions]> = {
  'speaks another protocol': ['wrong-alpn', { ALPNProtocols: ['h2'] }],
  'names no protocol': ['wrong-alpn', { ALPNProtocols: [] }],
  'has TLS 1.2 alone': ['tls-too-old', { maxVersion: 'TLSv1.2' }],
  'sends an unknown critical record': [
    'unknown-critical-record',
    { behave: answer(`${GRANT}80630000${END}`) },
  ],
  'sends an error': ['error-record', { behave: answer(`800200020001${END}`) }],
  'sends a warning': ['warning-record', { behave: answer(`800300020001${END}`) }],
  'sends nonsense': ['bad-records', { behave: answer(END) }],
  'closes before the end': [
    'no-end-of-message',
    { behave: (socket) => socket.end(Buffer.from(GRANT, 'hex')) },
  ],
  'sends more than 64 KiB': [
    'too-long',
    {
      behave: (socket) =>
        socket.write(Buffer.from(`4000fffc${'00'.repeat(0xfffc)}`.repeat(2), 'hex')),
    },
  ],
};
for (const [what, [outcome, options]] of Object.entries(outcomes)) {
  test(`a key server that ${what}: ${outcome}`, async (t) => {
    const authority = makeAuthority(t);
    const port = await startKeyServer(t, authority.issue('DNS:localhost'), options);
    assert.equal(await outcomeOf(ask(port, authority)), outcome);
  });
}

test('a key server that does not answer, or not even with TLS, is given 2 s', async (t) => {
  const authority = makeAuthority(t);
  const silent = await startKeyServer(t, authority.issue('DNS:localhost'), { behave: () => {} });
  const deaf = await listen(t, createTcpServer());
  const limits: number[] = [];
  for (const port of [silent, deaf]) {
    const asking = ask(port, authority, {
      after: (delayMs, task) => {
        limits.push(delayMs);
        setImmediate(task);
        return () => {};
      },
    });
    assert.equal(await outcomeOf(asking), 'timeout');
  }
  assert.deepEqual(limits, [2000, 2000]);
});

test('a port that speaks no TLS, or on which nobody listens, and a name that nobody has', async (t) => {
  const authority = makeAuthority(t);
  const http = createTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  assert.equal(await outcomeOf(ask(await listen(t, http), authority)), 'tls-failed');
  const gone = createTcpServer((socket) => socket.destroy());
  assert.equal(await outcomeOf(ask(await listen(t, gone), authority)), 'unreachable');
  const closed = createTcpServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await once(closed, 'close');
  assert.equal(await outcomeOf(ask(port, authority)), 'unreachable');
  const nobody = ask(port, authority, { host: 'nobody.invalid' });
  assert.equal(await outcomeOf(nobody), 'unresolved');
});

test('the time-out is called off when the answer is there', async (t) => {
  const authority = makeAuthority(t);
  const port = await startKeyServer(t, authority.issue('DNS:localhost'));
  let pending = 0;
  await ask(port, authority, {
    after: () => {
      pending += 1;
      return () => {
        pending -= 1;
      };
    },
  });
  assert.equal(pending, 0);
});
