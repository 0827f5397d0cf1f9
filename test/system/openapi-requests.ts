import fc from 'fast-check';

/** The parts of the OpenAPI document that requests are made from. */
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: {
    readonly pattern?: string;
    readonly enum?: readonly string[];
    readonly examples?: readonly string[];
  };
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example: object }>>;
  };
  readonly responses: Readonly<Record<string, Response>>;
}

interface Response {
  readonly content: Readonly<Record<string, { readonly schema: object }>>;
}

export interface GeneratedRequest {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly remoteAddress: string;
  readonly payload?: string;
}

/** The request that all of the document's own examples make: one of them may need another. */
export function exampleRequest(
  path: string,
  method: string,
  operation: Operation,
): GeneratedRequest {
  const parameters = operation.parameters ?? [];
  const exampleOf = ({ schema }: Parameter) => schema.examples?.[0] ?? '';
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const query = parameters
    .filter(
      ({ in: location, required, schema }) =>
        location === 'query' && (required || schema.examples !== undefined),
    )
    .map((parameter) => `${parameter.name}=${encode(exampleOf(parameter))}`);
  const isPost = method === 'post';
  return {
    method: isPost ? 'POST' : 'GET',
    url: `${fillPath(path, inPath, inPath.map(exampleOf))}?${query.join('&')}`,
    headers: isPost ? JSON_HEADERS : {},
    remoteAddress: '192.0.2.1',
    ...(isPost
      ? { payload: JSON.stringify(operation.requestBody?.content['application/json']?.example) }
      : {}),
  };
}

const ZONES = ['UTC', 'europe/paris', 'Asia/Kolkata', 'America/Argentina/Ushuaia', 'Etc/GMT+5'];
const nonsense = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(
    ...['', '0', '-1', '1e9', 'null', 'NaN', '%00', '../..', '<script>', '__proto__', '💥'],
    ...['2026-02-30T00:00:00', '2026-11-23T06:07:02+01:00[Europe/Paris]', 'UTC,UTC', '.txt', '::1'],
  ),
);

/** Requests of one operation: valid ones, and ones with a part that is not. */
export function requestsOf(path: string, method: string, operation: Operation) {
  const parameters = operation.parameters ?? [];
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  return fc
    .record({
      method: method === 'post' ? fc.constant('POST' as const) : fc.constantFrom('GET', 'HEAD'),
      path: fc.tuple(...inPath.map(valuesOf)).map((values) => fillPath(path, inPath, values)),
      query: queriesOf(inQuery),
      accept: fc.constantFrom('*/*', 'text/plain', 'application/json', 'text/*;q=0.1', ';;q=x'),
      remoteAddress: fc.constantFrom('192.0.2.1', '203.0.113.1'),
      payload: payloadsOf(operation),
    })
    .map(({ method, path, query, accept, remoteAddress, payload }): GeneratedRequest => {
      const headers = { accept, ...(payload === undefined ? {} : JSON_HEADERS) };
      const url = query === '' ? path : `${path}?${query}`;
      return { method, url, headers, remoteAddress, ...(payload === undefined ? {} : { payload }) };
    });
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** The example with another value in one of its members, and what is no request at all. */
function payloadsOf({ requestBody }: Operation): fc.Arbitrary<string | undefined> {
  const example = requestBody?.content['application/json']?.example;
  if (example === undefined) return fc.constant(undefined);
  const value = fc.oneof(fc.constantFrom(...ZONES, 'Mars/Olympus'), fc.jsonValue());
  const altered = fc
    .tuple(fc.constantFrom(...Object.keys(example)), value)
    .map(([name, value]) => JSON.stringify({ ...example, [name]: value }));
  return fc.oneof(altered, fc.json(), fc.string());
}

function valuesOf({ schema, in: location }: Parameter): fc.Arbitrary<string> {
  const valid = [
    fc.constantFrom(...(location === 'query' ? ZONES : ['UTC']), ...(schema.examples ?? [])),
    ...(schema.enum === undefined ? [] : [fc.constantFrom(...schema.enum)]),
    ...(schema.pattern === undefined ? [] : [fc.stringMatching(new RegExp(schema.pattern))]),
  ];
  return fc.oneof({ weight: 4, arbitrary: fc.oneof(...valid) }, { weight: 1, arbitrary: nonsense });
}

/** Queries with parameters left out, given twice, unknown, or not even encoded. */
function queriesOf(parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const pairs = parameters.map((parameter) =>
    fc.option(
      valuesOf(parameter).map((value) => `${parameter.name}=${encode(value)}`),
      { freq: parameter.required ? 20 : 1 },
    ),
  );
  const oddities = fc.oneof(
    { weight: 8, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: nonsense.map((name) => `${encode(name)}=1`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('&', '=', '?', 'q=1&q=2', 'id=UTC&id=UTC', '%', '%zz'),
    },
    // More than any server takes.
    { weight: 1, arbitrary: fc.constant(`x=${'x'.repeat(13_000)}`) },
  );
  return fc
    .tuple(fc.tuple(...pairs), oddities)
    .map(([given, odd]) =>
      [...given.filter((pair) => pair !== null), odd].filter(Boolean).join('&'),
    );
}

function fillPath(
  path: string,
  parameters: readonly Parameter[],
  values: readonly string[],
): string {
  return parameters.reduce(
    // An empty part would be another path.
    (filled, { name }, index) => filled.replace(`{${name}}`, encode(values[index] || 'x')),
    path,
  );
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
