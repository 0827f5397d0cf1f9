import { type Static, Type } from 'typebox';

/** The media type of every error answer (RFC 9457). */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** An error answer (RFC 9457). `code` is stable; `detail` is for people and may change. */
export const Problem = Type.Object(
  {
    type: Type.Literal('about:blank'),
    title: Type.String({ description: 'The phrase of the HTTP status.' }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    code: Type.String({ pattern: '^[a-z0-9-]+$', description: 'What went wrong, stable.' }),
    detail: Type.String({ description: 'What was wrong, and what is allowed.' }),
    parameter: Type.Optional(Type.String({ description: 'The parameter that was refused.' })),
    got: Type.Optional(
      Type.String({ description: 'What the parameter was, cut to 64 characters.' }),
    ),
    allowed: Type.Optional(Type.String({ description: 'What the parameter may be.' })),
    nearest: Type.Optional(
      Type.Array(Type.String(), { description: 'Known names that look like what was got.' }),
    ),
  },
  { additionalProperties: false },
);
export type Problem = Static<typeof Problem>;
