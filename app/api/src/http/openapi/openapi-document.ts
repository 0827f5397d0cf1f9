import { PROBLEM_MEDIA_TYPE, Problem } from '@dataiku-assessment/contract';
import type { TSchema } from 'typebox';
import packageJson from '../../../package.json' with { type: 'json' };
import type { DescribedContent, DescribedRoute } from './described-routes.ts';
import { exampleOf } from './example-of.ts';
import { hoistSchemas } from './hoist-schemas.ts';

type Json = Readonly<Record<string, unknown>>;

const INFO = {
  title: 'Dataiku Assessment: time',
  version: packageJson.version,
  summary: 'What time is it on the server, and how sure may I be?',
  description: [
    'Every time below /api/v1 carries the interval that contains UTC, or the reason why there is none.',
    'Times are RFC 3339 in UTC with nanoseconds; 64-bit counts travel as strings; names end in',
    'their unit. Errors are RFC 9457 problems with a stable `code`. HEAD works wherever GET does.',
  ].join('\n'),
  license: { name: 'MIT', identifier: 'MIT' },
};

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  '200': 'The answer.',
  '400': 'The request is malformed.',
  '404': 'There is no such zone.',
  '4XX':
    'The request was refused; `code` has the reason. 400: malformed. 404: no such zone, or no such time. 409: the time is ambiguous or contradictory. 429: try again after Retry-After.',
  '5XX': 'The server is overloaded (503, try again after Retry-After) or failed.',
};

const TAGS: Readonly<Record<string, string>> = {
  time: 'The time, with its bound.',
  zones: 'Time zones, and times between them.',
  'worldtimeapi.org': 'The paths and shapes of worldtimeapi.org.',
  'timeapi.io': 'The paths and shapes of timeapi.io.',
  'DASH UTCTiming': 'The UTCTiming schemes of ISO/IEC 23009-1.',
  timesync: 'The protocol of the npm package timesync.',
};

/** The OpenAPI 3.1 document of the routes, from the schemas of their input and their answers. */
export function openApiDocument(routes: readonly DescribedRoute[], basePath = '/'): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  const tags = [...new Set(routes.flatMap((route) => route.tags ?? []))];
  const servers = [{ url: basePath, description: 'The server that gave this document.' }];
  return hoistSchemas({
    openapi: '3.1.0',
    info: INFO,
    servers,
    security: [],
    tags: tags.map((name) => ({ name, description: TAGS[name] })),
    paths,
  });
}

function operation(route: DescribedRoute): Json {
  const { operationId, summary, description, tags, querystring, params, body } = route;
  const parameters = [...parametersOf('path', params), ...parametersOf('query', querystring)];
  return {
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    tags,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: responsesOf(route),
  };
}

interface Properties {
  readonly properties?: Readonly<Record<string, TSchema & { readonly description?: string }>>;
  readonly required?: readonly string[];
}

function parametersOf(location: 'path' | 'query', schema: TSchema | undefined): Json[] {
  const { properties = {}, required = [] } = (schema ?? {}) as Properties;
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property;
    const isRequired = location === 'path' || required.includes(name);
    // Swagger UI fills a field from the parameter's own example, not from its schema.
    const example = (property as { readonly examples?: readonly unknown[] }).examples?.[0];
    return { name, in: location, required: isRequired, description, example, schema: rest };
  });
}

/** The responses of a route; every operation may also be refused or fail. */
function responsesOf({ response = {} }: DescribedRoute): Json {
  const described = Object.entries({ '4xx': Problem, '5xx': Problem, ...response }).map(
    ([status, content]) => {
      const key = status.toUpperCase();
      return [key, { description: DESCRIPTIONS[key], content: contentOf(content) }];
    },
  );
  return Object.fromEntries(described);
}

function contentOf(described: DescribedContent): Json {
  const byType =
    'content' in described
      ? (described.content as Readonly<Record<string, { readonly schema: TSchema }>>)
      : {
          [described === Problem ? PROBLEM_MEDIA_TYPE : 'application/json']: { schema: described },
        };
  const entries = Object.entries(byType).map(([type, { schema }]) => [
    type,
    { schema, example: exampleOf(schema) },
  ]);
  return Object.fromEntries(entries);
}
