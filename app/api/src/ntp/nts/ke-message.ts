import { isHost } from '../server-address.ts';
import { decodeNumbers, encodeNumbers, encodeRecord, type KeRecord, RECORD } from './records.ts';

/** Why the message of a key server gives no keys. Stable: they label metrics. */
export type KeRefusal =
  | 'error-record'
  | 'warning-record'
  | 'unknown-critical-record'
  | 'bad-records'
  | 'no-common-protocol'
  | 'no-common-algorithm'
  | 'no-cookies';

/** What a key server grants. */
export interface Grant {
  /** The NTP server; null: at the address of the key server. */
  readonly host: string | null;
  readonly port: number;
  readonly cookies: readonly Buffer[];
}

/** A refusal, with the reason in words for the log. */
export interface Refused<Code extends string = KeRefusal> {
  readonly failure: Code;
  readonly detail: string;
}

/** NTPv4 (RFC 8915 §7.7). */
export const NTP_PROTOCOL = 0;
/** AEAD_AES_SIV_CMAC_256 (RFC 5297): the one algorithm that every NTS server has (RFC 8915 §5.1). */
export const AES_SIV_CMAC_256 = 15;

const NTP_PORT = 123;
/** More would not fit into a packet that no network has to break up. */
const MAX_COOKIE_BYTES = 1024;
/** RFC 8915 §7.8. */
const ERRORS = ['it did not recognize a record', 'it called the request bad', 'it has a fault'];

/** The request for keys: NTPv4 with AES-SIV-CMAC-256. Source: RFC 8915 §4. */
export const KE_REQUEST = Buffer.concat([
  encodeRecord({ isCritical: true, type: RECORD.nextProtocol, body: encodeNumbers(NTP_PROTOCOL) }),
  encodeRecord({ isCritical: true, type: RECORD.algorithm, body: encodeNumbers(AES_SIV_CMAC_256) }),
  encodeRecord({ isCritical: true, type: RECORD.endOfMessage, body: Buffer.alloc(0) }),
]);

/** Reads the records of a key server's answer. Source: RFC 8915 §4.1. */
export function readGrant(records: readonly KeRecord[]): Grant | Refused {
  return (
    serversRefusal(records) ??
    negotiationRefusal(records) ??
    grantOf(records) ??
    bad('the NTP server')
  );
}

function serversRefusal(records: readonly KeRecord[]): Refused | null {
  const error = find(records, RECORD.error);
  if (error !== undefined) {
    const code = decodeNumbers(error.body)?.[0];
    return refused('error-record', `${ERRORS[code ?? -1] ?? 'it gave an error'} (code ${code})`);
  }
  const warning = find(records, RECORD.warning);
  // No code is assigned, and an unknown one counts as an error (RFC 8915 §4.1.4).
  if (warning !== undefined) {
    return refused('warning-record', `it warned (code ${decodeNumbers(warning.body)?.[0]})`);
  }
  const known: readonly number[] = Object.values(RECORD);
  const unknown = records.find(({ type, isCritical }) => isCritical && !known.includes(type));
  if (unknown === undefined) return null;
  return refused('unknown-critical-record', `it sent a critical record of type ${unknown.type}`);
}

function negotiationRefusal(records: readonly KeRecord[]): Refused | null {
  const single = [RECORD.nextProtocol, RECORD.algorithm, RECORD.server, RECORD.port];
  const twice = single.find((wanted) => records.filter(({ type }) => type === wanted).length > 1);
  if (twice !== undefined) return bad(`two of type ${twice}`);
  const protocols = numbersOf(records, RECORD.nextProtocol);
  if (protocols === '') return refused('no-common-protocol', 'it does not offer NTPv4');
  if (protocols !== String(NTP_PROTOCOL)) return bad('the protocol');
  const algorithms = numbersOf(records, RECORD.algorithm);
  if (algorithms === '')
    return refused('no-common-algorithm', 'it does not offer AES-SIV-CMAC-256');
  if (algorithms !== String(AES_SIV_CMAC_256)) return bad('the algorithm');
  return null;
}

function grantOf(records: readonly KeRecord[]): Grant | Refused | null {
  const cookies = records.filter(({ type }) => type === RECORD.cookie).map(({ body }) => body);
  if (cookies.length === 0) return refused('no-cookies', 'it sent no cookie');
  if (!cookies.every(isUsableCookie))
    return bad(`a cookie of no byte, or over ${MAX_COOKIE_BYTES}`);
  const host = find(records, RECORD.server)?.body.toString('latin1') ?? null;
  const given = find(records, RECORD.port);
  const [port = 0, ...more] = given === undefined ? [NTP_PORT] : (decodeNumbers(given.body) ?? []);
  if ((host !== null && !isHost(host)) || port === 0 || more.length > 0) return null;
  return { host, port, cookies };
}

/** Whether a cookie can be sent: the protocol sets no limit. */
export function isUsableCookie({ length }: Buffer): boolean {
  return length > 0 && length <= MAX_COOKIE_BYTES;
}

function find(records: readonly KeRecord[], wanted: number): KeRecord | undefined {
  return records.find(({ type }) => type === wanted);
}

/** The numbers of the first record of a type, with commas; undefined without one, or with half a number. */
function numbersOf(records: readonly KeRecord[], type: number): string | undefined {
  const record = find(records, type);
  return record && decodeNumbers(record.body)?.join();
}

function refused(failure: KeRefusal, detail: string): Refused {
  return { failure, detail };
}

function bad(subject: string): Refused {
  return refused('bad-records', `it sent records that make no sense: ${subject}`);
}
