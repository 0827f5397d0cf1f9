import buildAjvCompiler from '@fastify/ajv-compiler';
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify';

const AJV_OPTIONS = {
  removeAdditional: false,
  coerceTypes: false,
  verbose: true,
  // TypeBox makes the schemas valid: to check them against their own schema would only cost time.
  validateSchema: false,
} as const;

/** One for all routes, made at the first request that needs one: Fastify asks for one in each plugin. */
const compile = once(() => buildAjvCompiler()({}, { customOptions: AJV_OPTIONS }));

/**
 * Compiles the schemas of a route's input at its first request: to compile those of all routes at the
 * start takes 40 % more CPU time until the server listens.
 */
function buildValidator(): FastifySchemaCompiler<object> {
  return (route) => {
    const validator = once(() => compile()(route));
    const { httpPart, schema } = route;
    const isOptional = httpPart === 'querystring' && !('required' in schema);
    return (data: unknown) => {
      if (isOptional && isEmpty(data)) return true;
      const validate = validator();
      return validate(data) ? true : { error: validate.errors ?? [] };
    };
  };
}

/** Types and tests hold answers to their schemas; a serializer compiled from the schema is slower. */
const buildSerializer = () => () => JSON.stringify;

// Fastify's type takes the schema of one part for that of a route.
export const LAZY_SCHEMAS = {
  compilersFactory: { buildValidator, buildSerializer },
} as unknown as NonNullable<FastifyServerOptions['schemaController']>;

/** An empty query breaks no schema but one with required parameters: most requests need no compiler. */
function isEmpty(query: unknown): boolean {
  for (const _parameter in query as object) return false;
  return true;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
