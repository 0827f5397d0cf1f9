import type { TSchema } from 'typebox';

/** The parts of JSON Schema that the contract uses. */
interface AnySchema {
  readonly type?: string | readonly string[];
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly TSchema[];
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
  readonly minimum?: number;
}

/** A value that the schema allows, from the examples that its parts give. */
export function exampleOf(schema: TSchema): unknown {
  const any = schema as AnySchema;
  if (any.examples !== undefined) return any.examples[0];
  if (any.const !== undefined) return any.const;
  if (any.enum !== undefined) return any.enum[0];
  if (any.anyOf?.[0] !== undefined) return exampleOf(any.anyOf[0]);
  const type = typeof any.type === 'string' ? any.type : any.type?.[0];
  if (type === 'object') return exampleOfObject(any.properties ?? {});
  if (type === 'array') return any.items === undefined ? [] : [exampleOf(any.items)];
  if (type === 'integer' || type === 'number') return any.minimum ?? 0;
  if (type === 'boolean') return false;
  return type === 'string' ? 'text' : null;
}

function exampleOfObject(properties: Readonly<Record<string, TSchema>>): unknown {
  const entries = Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema)]);
  return Object.fromEntries(entries);
}
