import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as contract from '@dataiku-assessment/contract';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly example?: string;
  readonly schema: TSchema;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Record<string, { content: Record<string, { example: unknown }> }>;
}

const app = buildApp(readConfig({}), openPorts());
const answer = await app.inject('/api/openapi.json');
const document = answer.json();
const operations: readonly Operation[] = Object.values<Record<string, Operation>>(
  document.paths,
).flatMap((path) => Object.values(path));

test('serves the document to caches, as OpenAPI 3.1', async () => {
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'public, max-age=3600');
  assert.equal(document.openapi, '3.1.0');
  const headers = { 'if-none-match': answer.headers.etag };
  assert.equal((await app.inject({ url: '/api/openapi.json', headers })).statusCode, 304);
});

test('each operation has a name of its own, a summary, a success and its errors', () => {
  const names = operations.map(({ operationId }) => operationId);
  assert.equal(new Set(names).size, names.length);
  for (const { operationId, summary, responses } of operations) {
    assert.ok(summary.length > 0, operationId);
    assert.ok('200' in responses, operationId);
    assert.ok('5XX' in responses, operationId);
  }
});

test('each parameter says what it means, and its example is one that it takes', () => {
  for (const { operationId, parameters = [] } of operations) {
    for (const { name, description, schema } of parameters) {
      assert.ok(description.length > 0, `${operationId} ${name}`);
      for (const example of (schema as { examples?: unknown[] }).examples ?? []) {
        assert.ok(Value.Check(schema, example), `${operationId} ${name} ${example}`);
      }
    }
  }
});

test('every required parameter has an example of its own: Swagger UI fills fields from nothing else', () => {
  for (const { operationId, parameters = [] } of operations) {
    for (const { name, required, example, schema } of parameters) {
      if (required) assert.notEqual(example, undefined, `${operationId} ${name}`);
      assert.equal(example, (schema as { examples?: unknown[] }).examples?.[0]);
    }
  }
});

test('the examples of all parameters together find a zone', async () => {
  const { parameters } = document.paths['/api/v1/timezones'].get as Operation;
  const query = parameters?.map(({ name, example }) => [name, String(example)]) ?? [];
  const found = await app.inject(`/api/v1/timezones?${new URLSearchParams(query)}`);
  assert.deepEqual(
    found.json().timezones.map(({ id }: { id: string }) => id),
    ['Europe/Paris'],
  );
});

test('the example of each answer is valid by its schema', () => {
  const { time, timezone, convert, compare, sync, timezones } = Object.fromEntries(
    ['time', 'timezone', 'convert', 'compare', 'sync', 'timezones'].map((name) => [
      name,
      document.paths[`/api/v1/${name}`].get.responses[200].content['application/json'].example,
    ]),
  );
  assert.deepEqual([...Value.Errors(contract.TimeAnswer, time)], []);
  assert.deepEqual([...Value.Errors(contract.TimezoneAnswer, timezone)], []);
  assert.deepEqual([...Value.Errors(contract.ConvertAnswer, convert)], []);
  assert.deepEqual([...Value.Errors(contract.CompareAnswer, compare)], []);
  assert.deepEqual([...Value.Errors(contract.SyncAnswer, sync)], []);
  assert.deepEqual([...Value.Errors(contract.TimezonesAnswer, timezones)], []);
});

test('errors below /api/v1 are problems by their media type, from one shared schema', () => {
  const { '4XX': refused } = document.paths['/api/v1/time'].get.responses;
  assert.deepEqual(refused.content['application/problem+json'].schema, {
    $ref: '#/components/schemas/Problem',
  });
  assert.deepEqual(
    document.components.schemas.Problem,
    JSON.parse(JSON.stringify(contract.Problem)),
  );
});
