import { STATUS_CODES } from 'node:http';
import { PROBLEM_MEDIA_TYPE, type Problem } from '@dataiku-assessment/contract';

/** A refusal as the API words it: a test compares the two. */
interface Wording {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

interface Refusal extends Wording {
  /** nginx's own codes for it. */
  readonly nginxCodes: readonly number[];
  /** What is said instead where the first line of the request matches a pattern. */
  readonly insteadWhere?: Readonly<Record<string, Wording>>;
}

const UNKNOWN_PATH: Refusal = {
  nginxCodes: [403, 404],
  status: 404,
  code: 'unknown-path',
  detail: 'Nothing is here.',
};

const REFUSALS: readonly Refusal[] = [
  {
    // 505 is a version of HTTP that isn't one.
    nginxCodes: [400, 505],
    status: 400,
    code: 'malformed-request',
    detail: 'The request is not valid HTTP.',
    // To nginx, these paths are no valid HTTP either.
    insteadWhere: {
      '^\\S+ [^?\\s]*%(?![0-9A-Fa-f]{2})': {
        status: 400,
        code: 'malformed-url',
        detail: 'The path holds an invalid percent-encoding.',
      },
      '^\\S+ /[^?\\s]*(\\.\\.|%2[Ee]|%00)': UNKNOWN_PATH,
    },
  },
  UNKNOWN_PATH,
  {
    nginxCodes: [405],
    status: 405,
    code: 'method-not-allowed',
    detail: 'The path is known, the method is not; see Allow.',
  },
  {
    nginxCodes: [412],
    status: 412,
    code: 'refused-request',
    detail: 'The request can not be served as it is.',
  },
  {
    nginxCodes: [413],
    status: 413,
    code: 'body-too-large',
    detail: 'The body is larger than the server accepts.',
  },
  {
    nginxCodes: [414],
    status: 414,
    code: 'url-too-long',
    detail: 'The URL is longer than the server accepts.',
  },
  {
    nginxCodes: [494],
    status: 431,
    code: 'headers-too-large',
    detail: 'The header fields are larger than the server accepts.',
  },
  {
    nginxCodes: [500, 503],
    status: 500,
    code: 'internal-error',
    detail: 'The server failed; the cause is in its log.',
  },
];

/** The locations that answer nginx's errors as problems (RFC 9457). */
export function refusalLocations(): string {
  return REFUSALS.map(refusalLocation).join('\n');
}

function refusalLocation({ nginxCodes, insteadWhere, ...refusal }: Refusal): string {
  // By path, not by name: a request that could not be parsed has no path to keep.
  const path = `/.refused/${refusal.code}`;
  const exceptions = Object.entries(insteadWhere ?? {}).map(
    ([pattern, other]) => `      if ($request ~ "${pattern}") { ${answer(other)} }`,
  );
  return [
    `    error_page ${nginxCodes.join(' ')} = ${path};`,
    `    location = ${path} {`,
    '      internal;',
    `      default_type ${PROBLEM_MEDIA_TYPE};`,
    ...exceptions,
    `      ${answer(refusal)}`,
    '    }',
  ].join('\n');
}

function answer({ status, code, detail }: Wording): string {
  const title = STATUS_CODES[status] ?? 'Error';
  const problem: Problem = { type: 'about:blank', title, status, code, detail };
  return `return ${status} '${JSON.stringify(problem)}';`;
}
