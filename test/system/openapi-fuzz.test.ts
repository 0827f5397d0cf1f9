import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { openPorts } from '../../app/api/src/app.fixture.ts';
import { buildApp } from '../../app/api/src/app.ts';
import { readConfig } from '../../app/api/src/config.ts';
import { writeAddressDatabase } from '../../app/api/src/drop-in/address-database.fixture.ts';
import {
  exampleRequest,
  type GeneratedRequest,
  type Operation,
  requestsOf,
} from './openapi-requests.ts';

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 20_000);
const GEOIP_DATABASE = join(mkdtempSync(join(tmpdir(), 'fuzz-')), 'city.mmdb');
writeAddressDatabase(GEOIP_DATABASE, { '192.0.2': 'Asia/Tokyo' });

/** Without a limit for the lag: this process is busy making requests. */
const app = buildApp(readConfig({ MAX_LOOP_LAG_MS: '0', GEOIP_DATABASE }), openPorts());
const document = (await app.inject('/api/openapi.json')).json();
const operations = Object.entries<Record<string, Operation>>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
// A stream has no end to wait for; events.test.ts has its tests.
const fuzzed = operations.filter(({ operation }) => operation.operationId !== 'streamEvents');

type Validator = { Check(value: unknown): boolean };
const validators = new Map<object, Validator>();

function validatorOf(schema: object): Validator {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const validator = Compile(inline(schema) as TSchema);
  validators.set(schema, validator);
  return validator;
}

/** The schema with each reference replaced by what it refers to. */
function inline(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inline);
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) {
    const name = String(value.$ref).replace('#/components/schemas/', '');
    return inline(document.components.schemas[name]);
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inline(part)]));
}

/** Sends a request; the documented status that the answer is one of. */
async function checkAnswer(request: GeneratedRequest, operation: Operation) {
  const answer = await app.inject(request);
  const { statusCode, headers, body } = answer;
  const keys = [String(statusCode), `${String(statusCode)[0]}XX`];
  const key = keys.find((key) => key in operation.responses);
  assert.ok(key !== undefined && statusCode < 500, `${statusCode} ${body}`);
  const type = String(headers['content-type']).replace(/;.*/, '');
  const content = operation.responses[key]?.content[type];
  assert.ok(content !== undefined, `${key} ${type} is not documented`);
  if (request.method === 'HEAD') assert.equal(body, '');
  else {
    const value = type.endsWith('json') ? JSON.parse(body) : body;
    assert.ok(validatorOf(content.schema).Check(value), `${key} ${type} ${body}`);
  }
  return key;
}

const perOperation = Math.ceil(REQUESTS / fuzzed.length);
for (const { path, method, operation } of fuzzed) {
  test(`${method} ${path}: ${perOperation} requests, each answered as documented`, async () => {
    const reached = new Set<string>();
    const example = exampleRequest(path, method, operation);
    await fc.assert(
      fc.asyncProperty(requestsOf(path, method, operation), async (request) => {
        reached.add(await checkAnswer(request, operation));
      }),
      { numRuns: perOperation, examples: [[example]] },
    );
    const documented = Object.keys(operation.responses).filter((key) => key !== '5XX');
    assert.deepEqual([...reached].sort(), documented.sort());
  });
}
