import { type Static, Type } from 'typebox';

/** Without types: generators for Go refuse a union of them. The schema of the request has them. */
const Id = Type.Unsafe<string | number | null>({
  description: 'Chosen by the client, and echoed.',
  examples: ['1'],
});

/** The request of the `timesync` library: JSON-RPC 2.0. */
export const TimesyncRequest = Type.Object(
  {
    id: Type.Union([Type.String(), Type.Number(), Type.Null()], {
      description: 'Echoed in the answer.',
      examples: ['1'],
    }),
    method: Type.Literal('timesync', { description: 'The only method.' }),
  },
  { additionalProperties: true, examples: [{ jsonrpc: '2.0', id: '1', method: 'timesync' }] },
);
export type TimesyncRequest = Static<typeof TimesyncRequest>;

const Version = Type.Literal('2.0', { description: 'The version of JSON-RPC.' });

export const TimesyncAnswer = Type.Object(
  {
    jsonrpc: Version,
    id: Id,
    result: Type.Number({
      description: '`now` of /api/v1/time: ms since 1970, with decimals.',
      examples: [1795410422879.099],
    }),
  },
  { additionalProperties: false },
);
export type TimesyncAnswer = Static<typeof TimesyncAnswer>;

/** An error of JSON-RPC 2.0. */
export const TimesyncError = Type.Object(
  {
    jsonrpc: Version,
    id: Id,
    error: Type.Object({
      code: Type.Integer({ description: '-32600: not a request of this protocol.' }),
      message: Type.String(),
    }),
  },
  { additionalProperties: false },
);
export type TimesyncError = Static<typeof TimesyncError>;
