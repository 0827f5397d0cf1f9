import { type Static, Type } from 'typebox';

/** The media type of every error answer (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** An error answer (RFC 9457). `code` is stable; `detail` is for people and may change. */
export const Problem = Type.Object(
  {
    type: Type.Literal('about:blank'),
    title: Type.String({ description: 'The phrase of the HTTP status.' }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    code: Type.String({ pattern: '^[a-z0-9-]+$', description: 'The kind of error, stable.' }),
    detail: Type.String({ description: 'The error in words.' }),
    parameter: Type.Optional(Type.String({ description: 'The refused parameter.' })),
    got: Type.Optional(
      Type.String({ description: 'The value of the parameter, cut to 64 characters.' }),
    ),
    allowed: Type.Optional(Type.String({ description: 'The allowed values, with an example.' })),
    nearest: Type.Optional(
      Type.Array(Type.String(), { description: 'Known names similar to `got`.' }),
    ),
  },
  { additionalProperties: false },
);
export type Problem = Static<typeof Problem>;
