import { type KubernetesObject, kinds } from './kubernetes-object.ts';

/** Kinds that have a schema: those of the chart, or others. */
export type Models = Readonly<
  Record<string, { is(object: unknown): boolean; prototype: { validate(): void } }>
>;

/**
 * What the published schema of its kind has against an object: wrong types and values, missing
 * fields, fields that the schema doesn't know, and kinds that have no schema here.
 *
 * The compiled schemas let unknown fields pass. But they read every field that they know, so the
 * fields that they never read are the unknown ones.
 */
export function schemaProblems(object: KubernetesObject): readonly string[] {
  return schemaProblemsOf(object, kinds);
}

/** The same for objects of other kinds than the chart's. */
export function schemaProblemsOf(object: KubernetesObject, models: Models): readonly string[] {
  const name = `${object.kind} ${object.metadata.name}`;
  const model = Object.values(models).find((candidate) => candidate.is(object));
  if (model === undefined)
    return [`${name}: ${object.apiVersion} ${object.kind} has no schema here`];

  const read = new Set<string>();
  try {
    model.prototype.validate.call(recordReads(object, '', read));
  } catch (error) {
    return [`${name}: ${(error as Error).message}`];
  }
  return unreadFields(object, '', read).map((path) => `${name}: ${path} is no known field`);
}

function recordReads<T extends object>(value: T, path: string, read: Set<string>): T {
  return new Proxy(value, {
    get(target, key) {
      const child: unknown = Reflect.get(target, key);
      if (typeof key !== 'string') return child;
      const childPath = `${path}/${key}`;
      read.add(childPath);
      return isObject(child) ? recordReads(child, childPath, read) : child;
    },
  });
}

function unreadFields(value: object, path: string, read: ReadonlySet<string>): readonly string[] {
  return Object.entries(value).flatMap(([key, child]) => {
    const childPath = `${path}/${key}`;
    if (!read.has(childPath)) return [childPath];
    return isObject(child) ? unreadFields(child, childPath, read) : [];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
