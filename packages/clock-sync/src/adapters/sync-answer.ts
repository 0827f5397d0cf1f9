import type { Exchange } from '../core/exchange.ts';

/** The answer of GET /api/v1/sync, as this library reads it. Counts of ns are decimal strings. */
export interface SyncAnswer {
  readonly nonce: string;
  readonly receivedNs: string;
  readonly sentNs: string;
  readonly stepNs: string;
  readonly utcMinusHost: { readonly minNs: string; readonly maxNs: string } | null;
  readonly clock: {
    readonly status: Exchange['statement']['status'];
    readonly reason: string | null;
    readonly source: string;
    readonly id: string;
    readonly baseNs: string;
  };
}

/** What the server's part of an exchange says, checked and in the core's terms. */
export type ServerPart = Omit<Exchange, 'sentAtMs' | 'receivedAtMs'>;

const STATUSES = [
  'synchronized',
  'holdover',
  'contradictory',
  'unsynchronized',
  'unknown',
] as const;

/** A server's answer that can't be used. The message names what was wrong. */
export class SyncAnswerError extends Error {
  readonly code = 'bad-sync-answer';
  override readonly name = 'SyncAnswerError';
}

/**
 * Reads a server's answer.
 * @throws {SyncAnswerError} when a field is missing or malformed, or the nonce is another one.
 */
export function readSyncAnswer(body: unknown, nonce: string): ServerPart {
  const answer = record(body, 'answer');
  if (answer.nonce !== nonce) {
    throw new SyncAnswerError(
      'The answer echoes another nonce: it was stored or mixed up on the way.',
    );
  }
  const clock = record(answer.clock, 'clock');
  return {
    hostReceivedNs: nanoseconds(answer, 'receivedNs'),
    hostSentNs: nanoseconds(answer, 'sentNs'),
    hostStepNs: nanoseconds(answer, 'stepNs'),
    hostBaseNs: nanoseconds(clock, 'baseNs'),
    utcMinusHost: answer.utcMinusHost === null ? null : utcMinusHost(answer),
    statement: {
      status: oneOf(clock, 'status', STATUSES),
      reason: clock.reason === null ? null : text(clock, 'reason'),
      source: text(clock, 'source'),
      clockId: text(clock, 'id'),
    },
  };
}

function utcMinusHost(answer: Record<string, unknown>) {
  const interval = record(answer.utcMinusHost, 'utcMinusHost');
  return { minNs: nanoseconds(interval, 'minNs'), maxNs: nanoseconds(interval, 'maxNs') };
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new SyncAnswerError(`"${name}" is not an object.`);
}

function nanoseconds(from: Record<string, unknown>, name: string): bigint {
  const value = from[name];
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return BigInt(value);
  throw new SyncAnswerError(`"${name}" is not a count of nanoseconds in a string.`);
}

function text(from: Record<string, unknown>, name: string): string {
  const value = from[name];
  if (typeof value === 'string') return value;
  throw new SyncAnswerError(`"${name}" is not a string.`);
}

function oneOf<T extends string>(
  from: Record<string, unknown>,
  name: string,
  allowed: readonly T[],
): T {
  const value = allowed.find((word) => word === from[name]);
  if (value !== undefined) return value;
  throw new SyncAnswerError(`"${name}" is none of ${allowed.join(', ')}.`);
}
