import buildAjvCompiler from '@fastify/ajv-compiler';
import buildJsonCompiler from '@fastify/fast-json-stringify-compiler';
import type { FastifyInstance, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';

const AJV_OPTIONS = {
  removeAdditional: false,
  coerceTypes: false,
  verbose: true,
  // TypeBox makes the schemas valid: to check them against their own schema would only cost time.
  validateSchema: false,
} as const;

/**
 * Compiles the schemas of a route at its first request, and makes the compilers at the first of all: to
 * compile those of all routes at the start takes 40 % more CPU time until the server listens, to make
 * the compilers another 7 %.
 */
export function compileLazily(app: FastifyInstance): void {
  const compileValidator = once(() => buildAjvCompiler()({}, { customOptions: AJV_OPTIONS }));
  app.setValidatorCompiler(((route) => {
    const validator = once(() => compileValidator()(route));
    const { httpPart, schema } = route;
    const isOptional = httpPart === 'querystring' && !('required' in schema);
    return (data: unknown) => {
      if (isOptional && isEmpty(data)) return true;
      const validate = validator();
      return validate(data) ? true : { error: validate.errors ?? [] };
    };
  }) satisfies FastifySchemaCompiler<object>);
  const compileSerializer = once(() => buildJsonCompiler()());
  app.setSerializerCompiler(((route) => {
    const serializer = once(() => compileSerializer()(route as SerializedRoute));
    return (data: unknown) => serializer()(data);
  }) satisfies FastifySerializerCompiler<object>);
}

/** An empty query breaks no schema but one with required parameters: most requests need no compiler. */
function isEmpty(query: unknown): boolean {
  for (const _parameter in query as object) return false;
  return true;
}

type SerializedRoute = Parameters<ReturnType<ReturnType<typeof buildJsonCompiler>>>[0];

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
