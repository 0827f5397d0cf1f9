import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

/** A parameter of the OpenAPI document, which is made from the contract's schemas. */
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Readonly<Record<string, unknown>> & { readonly examples?: readonly string[] };
}

/** Keywords that no value can break, and the one that a parameter breaks by coming twice. */
const OTHERS = ['examples', 'type'];

/** For each keyword of a schema a value that breaks it, and the end of the sentence that says so. */
const BREAKS: Readonly<
  Record<string, (limit: unknown) => readonly [value: string, fault: string]>
> = {
  enum: () => ['?', 'is not one of the allowed values.'],
  pattern: () => ['?', 'does not have the right form.'],
  minLength: () => ['', 'must not be empty.'],
  maxLength: (limit) => ['x'.repeat(Number(limit) + 1), `must have at most ${limit} characters.`],
};

const app = buildApp(readConfig({}), openPorts());
const { paths } = (await app.inject('/api/openapi.json')).json();
const gets = Object.entries<{ readonly get?: { readonly parameters?: readonly Parameter[] } }>(
  paths,
).filter(([path]) => path.startsWith('/api/v1/'));

async function refuse(path: string, query: URLSearchParams) {
  const answer = await app.inject(`${path}?${query}`);
  // A text that can't be the id of a zone is a zone that there is not.
  const status = answer.json().code === 'unknown-timezone' ? 404 : 400;
  assert.equal(answer.statusCode, status, answer.body);
  return answer.json();
}

for (const [path, { get }] of gets) {
  const parameters = get?.parameters?.filter((parameter) => parameter.in === 'query') ?? [];
  const valid = parameters
    .filter(({ required }) => required)
    .map(({ name, schema }) => [name, schema.examples?.[0] ?? '']);

  test(`${path} refuses an unknown parameter in our words`, async () => {
    const { code, parameter, detail, allowed } = await refuse(
      path,
      new URLSearchParams([...valid, ['zone', 'x']]),
    );
    assert.deepEqual([code, parameter], ['unknown-parameter', 'zone']);
    assert.equal(detail, 'This path has no parameter `zone`.');
    assert.equal(allowed, parameters.map(({ name }) => name).join(', '));
  });

  for (const { name, required, schema } of parameters) {
    const others = valid.filter(([other]) => other !== name);
    for (const [keyword, limit] of Object.entries(schema)) {
      if (OTHERS.includes(keyword)) continue;
      test(`${path} refuses a ${name} that breaks its ${keyword} in our words`, async () => {
        const breaks = BREAKS[keyword];
        assert.ok(breaks !== undefined, `add ${keyword} here and to query-faults.ts`);
        const [value, fault] = breaks(limit);
        const problem = await refuse(path, new URLSearchParams([...others, [name, value]]));
        assert.equal(problem.parameter, name);
        const ours = [fault, 'is not a time as in RFC 3339.'].map((end) => `\`${name}\` ${end}`);
        if (problem.code === 'unknown-timezone') assert.equal(problem.got, value);
        else assert.ok(problem.code === 'invalid-parameter' && ours.includes(problem.detail));
        assert.ok(problem.allowed.length > 0);
      });
    }

    test(`${path} refuses a ${name} that is given twice in our words`, async () => {
      const value = schema.examples?.[0] ?? 'true';
      const query = new URLSearchParams([...others, [name, value], [name, value]]);
      const { code, detail } = await refuse(path, query);
      assert.deepEqual([code, detail], ['invalid-parameter', `\`${name}\` must be given once.`]);
    });

    if (!required) continue;
    test(`${path} says in our words that it needs ${name}`, async () => {
      const { code, parameter, detail, allowed } = await refuse(path, new URLSearchParams(others));
      assert.deepEqual([code, parameter], ['missing-parameter', name]);
      assert.equal(detail, `The query needs \`${name}\`.`);
      assert.match(allowed, /Example: /);
    });
  }
}
