import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { TimeAnswer } from '@dataiku-assessment/contract';
import { createClient as generate } from '@hey-api/openapi-ts';
import createClient from 'openapi-fetch';
import { compile } from './compile.ts';
import { APPS, OPENAPI, OPERATIONS } from './every-operation.ts';

const folder = mkdtempSync(join(tmpdir(), 'clients-'));
after(() => rmSync(folder, { recursive: true }));

type Described = (typeof OPERATIONS)[number];

/** The client of openapi-typescript, whose types openapi-document.test.ts holds. */
type AnyCall = (path: string, init: object) => Promise<{ data?: unknown; response: Response }>;
async function byOpenapiFetch(baseUrl: string, operation: Described) {
  const client = createClient<Record<string, never>>({ baseUrl }) as unknown as Record<
    string,
    AnyCall
  >;
  const { path, method, request } = operation;
  const params = { path: request.path, query: request.query };
  const call = client[method.toUpperCase()];
  assert.ok(call !== undefined);
  // Text comes as text, and a stream has no end to wait for.
  const parseAs = operation.operationId === 'streamEvents' ? 'stream' : 'text';
  const answer = await call(path, { params, body: request.body, parseAs });
  if (parseAs === 'stream') await (answer.data as ReadableStream).cancel();
  return answer.response.status;
}

/** The functions that Hey API writes, one for each operation. */
type Generated = Readonly<
  Record<string, (request: object) => Promise<{ data?: unknown; response: Response }>>
>;
const SDK = join(folder, 'sdk');
const importFileExtension = '.ts';
const input = JSON.parse(OPENAPI);
await generate({ input, output: { path: SDK, importFileExtension }, logs: { level: 'silent' } });
const generated: Generated = await import(pathToFileURL(join(SDK, 'sdk.gen.ts')).href);

async function byHeyApi(baseUrl: string, operation: Described) {
  const name = operation.operationId.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());
  const call = generated[name];
  assert.ok(call !== undefined, `${name} was not generated`);
  return call({ baseUrl, ...operation.request });
}

test('what Hey API generates compiles, and knows that an interval may be null', async () => {
  const client = (interval: string) => `
    import { getTime } from './sdk/index.ts';
    export const bound = async () =>
      (await getTime({ throwOnError: true })).data.${interval}.boundNs;
  `;
  writeFileSync(join(folder, 'client.ts'), client('interval?'));
  assert.deepEqual(await compile(folder, 'client.ts'), []);
  writeFileSync(join(folder, 'client.ts'), client('interval'));
  assert.match((await compile(folder, 'client.ts')).join('\n'), /possibly 'null'/);
});

for (const [status, open] of Object.entries(APPS)) {
  suite(`while the clock is ${status}`, () => {
    const app = open();
    const listening = app.listen({ host: '127.0.0.1', port: 0 });
    after(() => app.close());

    test('the client reads the state', async () => {
      const { data } = await byHeyApi(await listening, operationOf('getTime'));
      assert.equal((data as TimeAnswer).clock.status, status);
    });

    for (const operation of OPERATIONS) {
      test(`openapi-fetch calls ${operation.operationId}`, async () => {
        assert.equal(await byOpenapiFetch(await listening, operation), 200);
      });
      // It reads an answer to its end, which a stream has not.
      if (operation.operationId === 'streamEvents') continue;
      test(`Hey API calls ${operation.operationId}`, async () => {
        assert.equal((await byHeyApi(await listening, operation)).response.status, 200);
      });
    }
  });
}

function operationOf(operationId: string): Described {
  const operation = OPERATIONS.find((other) => other.operationId === operationId);
  assert.ok(operation !== undefined);
  return operation;
}
