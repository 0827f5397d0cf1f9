import { isIP } from 'node:net';
import type { ConnectionOptions, SecureContext, TLSSocket } from 'node:tls';
import type { ServerAddress } from '../server-address.ts';
import type { After } from '../timers.ts';
import {
  AES_SIV_CMAC_256,
  type Grant,
  KE_REQUEST,
  type KeRefusal,
  NTP_PROTOCOL,
  type Refused,
  readGrant,
} from './ke-message.ts';
import { decodeMessage, encodeNumbers } from './records.ts';

/** Why no keys were established. Stable: they label metrics. */
export type KeFailure =
  | KeRefusal
  | 'unresolved'
  | 'unreachable'
  | 'timeout'
  | 'tls-failed'
  | 'tls-too-old'
  | 'wrong-alpn'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-for-other-name'
  | 'certificate-untrusted'
  | 'no-end-of-message'
  | 'too-long';

/** What a client and a key server agreed on. Kept in memory only. */
export interface Agreement {
  /** The NTP server: a name or an address. */
  readonly host: string;
  readonly port: number;
  readonly cookies: readonly Buffer[];
  /** The keys of requests and of replies, 32 bytes each. */
  readonly clientKey: Buffer;
  readonly serverKey: Buffer;
  /** The end of the validity of the key server's certificate. */
  readonly certificateExpires: Date;
}

/** Asks a key server for keys and cookies. Never rejects. */
export type KeyExchange = (server: ServerAddress) => Promise<Agreement | Refused<KeFailure>>;

export interface KeyExchangePorts {
  readonly after: After;
  /** Certificates in PEM that are trusted beside Node's own list. */
  readonly extraAuthorities: string | null;
}

const ALPN = 'ntske/1';
const TIMEOUT_MS = 2000;
const MAX_MESSAGE_BYTES = 65_536;
const KEY_BYTES = 32;
const CLIENT_TO_SERVER = 0;
const SERVER_TO_CLIENT = 1;

/** What Node and OpenSSL call it. */
const FAILURES: Readonly<Record<string, KeFailure>> = {
  EPROTO: 'tls-failed',
  ENOTFOUND: 'unresolved',
  EAI_AGAIN: 'unresolved',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-for-other-name',
  ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL: 'wrong-alpn',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-too-old',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-too-old',
};

/**
 * Key establishment over TLS 1.3: one connection, one request, one answer, within 2 s in all.
 * Source: RFC 8915 §3 and §4.
 */
export function tlsKeyExchange({ after, extraAuthorities }: KeyExchangePorts): KeyExchange {
  let context: SecureContext | undefined;
  return (server) => {
    // Here, not above: reading the module takes 7 ms of the start.
    const tls = process.getBuiltinModule('node:tls');
    // Not before it is needed: it holds some 150 certificates, and is made once.
    context ??= tls.createSecureContext({
      minVersion: 'TLSv1.3',
      ...(extraAuthorities && { ca: [...tls.getCACertificates('default'), extraAuthorities] }),
    });
    return askForKeys(tls.connect(connectionTo(server, context)), after);
  };
}

async function askForKeys(
  socket: TLSSocket,
  after: After,
): Promise<Agreement | Refused<KeFailure>> {
  const { promise, resolve } = Promise.withResolvers<Agreement | Refused<KeFailure>>();
  const fail = (failure: KeFailure, detail: string) => resolve({ failure, detail });
  const cancelTimeout = after(TIMEOUT_MS, () => fail('timeout', 'it took more than 2 s'));
  let received: Buffer = Buffer.alloc(0);
  socket.on('error', (error) => resolve(failureOf(error)));
  socket.on('secureConnect', () => {
    if (socket.alpnProtocol === ALPN) socket.write(KE_REQUEST);
    else fail('wrong-alpn', `it does not speak ${ALPN}`);
  });
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    if (received.length > MAX_MESSAGE_BYTES) return fail('too-long', 'it sent more than 64 KiB');
    const records = decodeMessage(received);
    if (records === null) return;
    const grant = readGrant(records);
    resolve('failure' in grant ? grant : agreementOn(grant, socket));
  });
  socket.on('close', () => fail('no-end-of-message', 'it closed the connection before the end'));
  return promise.finally(() => {
    cancelTimeout();
    socket.destroy();
  });
}

function connectionTo({ host, port }: ServerAddress, secureContext: SecureContext) {
  const connection: ConnectionOptions = {
    host,
    port,
    secureContext,
    ALPNProtocols: [ALPN],
    // Whatever NODE_TLS_REJECT_UNAUTHORIZED says.
    rejectUnauthorized: true,
  };
  // A name is told to the server, an address must not be; the certificate is checked against either.
  return isIP(host) === 0 ? { ...connection, servername: host.replace(/\.$/, '') } : connection;
}

/** Keys are exported from the handshake, never sent. Source: RFC 8915 §4.3, §5.1. */
function agreementOn(grant: Grant, socket: TLSSocket): Agreement {
  const key = (direction: number) => {
    const context = Buffer.concat([
      encodeNumbers(NTP_PROTOCOL, AES_SIV_CMAC_256),
      Buffer.of(direction),
    ]);
    return socket.exportKeyingMaterial(KEY_BYTES, 'EXPORTER-network-time-security', context);
  };
  return {
    host: grant.host ?? String(socket.remoteAddress),
    port: grant.port,
    cookies: grant.cookies.map((cookie) => Buffer.from(cookie)),
    clientKey: key(CLIENT_TO_SERVER),
    serverKey: key(SERVER_TO_CLIENT),
    certificateExpires: socket.getPeerX509Certificate()?.validToDate ?? new Date(0),
  };
}

function failureOf({ code = 'E' }: NodeJS.ErrnoException): Refused<KeFailure> {
  const failure = FAILURES[code] ?? kindOf(code);
  // With a wrong clock every certificate looks out of date: the reason must show the clock.
  const isAboutDates = failure === 'certificate-expired' || failure === 'certificate-not-yet-valid';
  const detail = isAboutDates
    ? `this host's clock says ${Temporal.Now.instant().toString({ smallestUnit: 'minute' })}`
    : code;
  return { failure, detail };
}

/** Codes of the system are one word, those of Node start with ERR_, the rest are OpenSSL's on certificates. */
function kindOf(code: string): KeFailure {
  if (/^E[A-Z]*$/.test(code)) return 'unreachable';
  return code.startsWith('ERR_') ? 'tls-failed' : 'certificate-untrusted';
}
