import { ClockSyncError } from '../core/clock-sync-error.ts';
import { type Exchange, SERVER_STATUSES } from '../core/exchange.ts';

/** The answer of GET /api/v1/sync, as far as this library reads it. Counts of ns are decimal strings. */
export interface SyncAnswer {
  readonly nonce: string;
  readonly receivedNs: string;
  readonly sentNs: string;
  readonly stepNs: string;
  readonly utcMinusHost: { readonly minNs: string; readonly maxNs: string } | null;
  readonly clock: {
    readonly status: Exchange['server']['status'];
    readonly reason: string | null;
    readonly source: string;
    readonly id: string;
    readonly baseNs: string;
    /** Missing in the answers of older servers. */
    readonly authenticated?: boolean | null;
  };
}

/** The server's part of an exchange, validated. */
export type ServerPart = Omit<Exchange, 'sentAtMs' | 'receivedAtMs'>;

/**
 * Validates a server's answer.
 * @throws {ClockSyncError} when a field is missing or malformed, or the nonce is not the one sent.
 */
export function readSyncAnswer(body: unknown, nonce: string): ServerPart {
  const answer = fields(body);
  if (answer.nonce !== nonce) throw bad('nonce', 'the one sent');
  const clock = fields(answer.clock);
  const utcMinusHost = answer.utcMinusHost === null ? null : fields(answer.utcMinusHost);
  return {
    hostReceivedNs: nanoseconds(answer, 'receivedNs'),
    hostSentNs: nanoseconds(answer, 'sentNs'),
    hostStepNs: nanoseconds(answer, 'stepNs', /^\d{1,19}$/),
    hostBaseNs: nanoseconds(clock, 'baseNs'),
    utcMinusHost: utcMinusHost && {
      minNs: nanoseconds(utcMinusHost, 'minNs'),
      maxNs: nanoseconds(utcMinusHost, 'maxNs'),
    },
    server: {
      status: status(clock),
      reason: clock.reason === null ? null : text(clock, 'reason'),
      source: text(clock, 'source'),
      authenticated: typeof clock.authenticated === 'boolean' ? clock.authenticated : null,
      clockId: text(clock, 'id'),
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** A value without fields is refused when the first field is read. */
function fields(value: unknown): Fields {
  return Object(value);
}

function nanoseconds(from: Fields, name: string, form = /^-?\d{1,19}$/): bigint {
  const value = text(from, name);
  if (form.test(value)) return BigInt(value);
  throw bad(name, 'a count');
}

function text(from: Fields, name: string): string {
  const value = from[name];
  if (typeof value === 'string') return value;
  throw bad(name, 'a string');
}

function status(from: Fields) {
  const value = SERVER_STATUSES.find((word) => word === from.status);
  if (value) return value;
  throw bad('status', `one of ${SERVER_STATUSES}`);
}

function bad(name: string, wanted: string): ClockSyncError {
  return new ClockSyncError('bad-sync-answer', `The answer's ${name} is not ${wanted}.`);
}
