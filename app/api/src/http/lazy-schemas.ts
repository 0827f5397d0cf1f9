import buildAjvCompiler from '@fastify/ajv-compiler';
import buildJsonCompiler from '@fastify/fast-json-stringify-compiler';
import type { FastifyInstance, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';

const AJV_OPTIONS = {
  removeAdditional: false,
  coerceTypes: false,
  verbose: true,
  // TypeBox writes the schemas: to hold them against their own schema would only cost time.
  validateSchema: false,
} as const;

/**
 * Compiles the schemas of a route when it is first asked: those of all routes would take a fifth of
 * the time that the server needs to start.
 */
export function compileLazily(app: FastifyInstance): void {
  app.setValidatorCompiler(validateLater(buildAjvCompiler()({}, { customOptions: AJV_OPTIONS })));
  app.setSerializerCompiler(serializeLater(buildJsonCompiler()()));
}

type AjvCompiler = ReturnType<ReturnType<typeof buildAjvCompiler>>;

function validateLater(compile: AjvCompiler): FastifySchemaCompiler<object> {
  return (route) => {
    let validate: ReturnType<AjvCompiler> | undefined;
    return (data: unknown) => {
      validate ??= compile(route);
      return validate(data) ? true : { error: validate.errors ?? [] };
    };
  };
}

type JsonCompiler = ReturnType<ReturnType<typeof buildJsonCompiler>>;

function serializeLater(compile: JsonCompiler): FastifySerializerCompiler<object> {
  return (route) => {
    let serialize: ReturnType<JsonCompiler> | undefined;
    return (data: unknown) => {
      serialize ??= compile(route as Parameters<JsonCompiler>[0]);
      return serialize(data);
    };
  };
}
