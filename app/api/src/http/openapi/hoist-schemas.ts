import * as contract from '@dataiku-assessment/contract';

type Json = Readonly<Record<string, unknown>>;

/** The contract's object schemas by their names, as they stand in a document. */
function sharedSchemas(): Map<string, string> {
  const shared = new Map<string, string>();
  for (const [name, schema] of Object.entries(contract)) {
    const isObject = typeof schema === 'object' && 'type' in schema && schema.type === 'object';
    if (isObject) shared.set(JSON.stringify(schema), name);
  }
  return shared;
}

/**
 * Moves each of the contract's schemas to the components and leaves a reference: a document that is
 * shorter to read, and named types in the clients that are generated from it. An object or null becomes a
 * choice of both: generators for Python and Go don't read a list of types that names an object.
 */
export function hoistSchemas(document: Json): Json {
  const shared = sharedSchemas();
  const components = new Map<string, unknown>();
  const hoistParts = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hoist);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, hoist(part)]));
  };
  const hoist = (value: unknown): unknown => {
    if (isNullableObject(value))
      return { anyOf: [hoist({ ...value, type: 'object' }), { type: 'null' }] };
    const name = shared.get(JSON.stringify(value));
    if (name === undefined) return hoistParts(value);
    if (!components.has(name)) {
      components.set(name, null);
      components.set(name, hoistParts(value));
    }
    return { $ref: `#/components/schemas/${name}` };
  };
  const hoisted = hoistParts(document) as Json;
  return { ...hoisted, components: { schemas: Object.fromEntries([...components].sort()) } };
}

function isNullableObject(value: unknown): value is Json {
  const type = (value as { readonly type?: unknown } | null)?.type;
  return Array.isArray(type) && type.join() === 'object,null';
}
