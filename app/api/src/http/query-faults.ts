import type { TSchema } from 'typebox';

/** The parts of a query's schema, and of a parameter's, that a refusal is worded by. */
export interface QuerySchema {
  readonly properties?: Readonly<Record<string, TSchema & ParameterSchema>>;
}
interface ParameterSchema {
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
}

/** The fault of a parameter by the keyword of JSON Schema that it breaks, as the end of a sentence. */
const FAULTS: Readonly<Record<string, (limit: unknown) => string>> = {
  'query type': () => 'must be given once',
  'body type': (type) => `must be of the JSON type ${type}`,
  minItems: (limit) => `must have at least ${limit} item`,
  maxItems: (limit) => `must have at most ${limit} items`,
  enum: () => 'is not one of the allowed values',
  pattern: () => 'does not have the right form',
  minLength: (limit) =>
    limit === 1 ? 'must not be empty' : `must have at least ${limit} characters`,
  maxLength: (limit) => `must have at most ${limit} characters`,
};

/** The detail of a refused parameter. A keyword that is not in the table gets a general text. */
export function faultDetail(parameter: string, keyword: string, limit: unknown): string {
  return `\`${parameter}\` ${FAULTS[keyword]?.(limit) ?? 'is not allowed'}.`;
}

/** The allowed values of a parameter in words, with an example. */
export function allowedBy({ properties = {} }: QuerySchema, parameter: string): string {
  // An item of a list has the list's words.
  const [name = ''] = parameter.split('/');
  const { enum: values, description = '', examples = [] } = properties[name] ?? {};
  if (values !== undefined) return listing(values.map(String));
  const [example] = examples;
  return example === undefined
    ? description
    : `${description} Example: ${[example].flat().join(', ')}`;
}

function listing(values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
}
