import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ClockStatus, TimeAnswer } from '@dataiku-assessment/contract';
import { createClient as generate } from '@hey-api/openapi-ts';
import createClient from 'openapi-fetch';
import { openPorts } from '../../app/api/src/app.fixture.ts';
import { buildApp } from '../../app/api/src/app.ts';
import { readConfig } from '../../app/api/src/config.ts';
import { writeAddressDatabase } from '../../app/api/src/drop-in/address-database.fixture.ts';
import { compile } from './compile.ts';

const folder = mkdtempSync(join(tmpdir(), 'clients-'));
after(() => rmSync(folder, { recursive: true }));

const GEOIP_DATABASE = join(folder, 'city.mmdb');
writeAddressDatabase(GEOIP_DATABASE, { '192.0.2': 'Asia/Tokyo', '127.0.0': 'Europe/Paris' });

const openApp = (ports: ReturnType<typeof openPorts>) =>
  buildApp(readConfig({ MAX_LOOP_LAG_MS: '0', GEOIP_DATABASE }), ports);

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly example?: string;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example: object }>>;
  };
}

const { body } = await openApp(openPorts()).inject('/api/openapi.json');
const { paths } = JSON.parse(body) as { paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);
type Described = (typeof operations)[number];

const bodyOf = ({ requestBody }: Described) => requestBody?.content['application/json']?.example;

/** The client of openapi-typescript, whose types openapi-document.test.ts holds. */
type AnyCall = (path: string, init: object) => Promise<{ data?: unknown; response: Response }>;
async function byOpenapiFetch(baseUrl: string, operation: Described) {
  const client = createClient<Record<string, never>>({ baseUrl }) as unknown as Record<
    string,
    AnyCall
  >;
  const params = { path: examples(operation, 'path'), query: examples(operation, 'query') };
  const { path, method } = operation;
  const call = client[method.toUpperCase()];
  assert.ok(call !== undefined);
  // Text comes as text, and a stream has no end to wait for.
  const parseAs = operation.operationId === 'streamEvents' ? 'stream' : 'text';
  const answer = await call(path, { params, body: bodyOf(operation), parseAs });
  if (parseAs === 'stream') await (answer.data as ReadableStream).cancel();
  return answer.response.status;
}

function examples({ parameters = [] }: Described, location: 'path' | 'query') {
  const wanted = parameters.filter((parameter) => parameter.in === location && parameter.required);
  return Object.fromEntries(wanted.map(({ name, example }) => [name, example]));
}

/** The functions that Hey API writes, one for each operation. */
type Generated = Readonly<
  Record<string, (request: object) => Promise<{ data?: unknown; response: Response }>>
>;
const SDK = join(folder, 'sdk');
const importFileExtension = '.ts';
const input = JSON.parse(body);
await generate({ input, output: { path: SDK, importFileExtension }, logs: { level: 'silent' } });
const generated: Generated = await import(pathToFileURL(join(SDK, 'sdk.gen.ts')).href);

async function byHeyApi(baseUrl: string, operation: Described) {
  const name = operation.operationId.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase());
  const call = generated[name];
  assert.ok(call !== undefined, `${name} was not generated`);
  const given = { path: examples(operation, 'path'), query: examples(operation, 'query') };
  return call({ baseUrl, ...given, body: bodyOf(operation) });
}

const LOST = { source: 'ntp', reason: 'no NTP server answers' } as const;
const states: Readonly<Record<ClockStatus, () => ReturnType<typeof openPorts>>> = {
  synchronized: () => openPorts(),
  holdover() {
    const ports = openPorts();
    ports.source.reading = { kind: 'unknown', ...LOST };
    ports.clock.refresh();
    return ports;
  },
  contradictory: () => openPorts({ kind: 'contradictory', ...LOST }),
  unsynchronized: () => openPorts({ kind: 'unsynchronized', ...LOST }),
  unknown: () => openPorts({ kind: 'unknown', ...LOST }),
};

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

for (const [status, open] of Object.entries(states)) {
  suite(`while the clock is ${status}`, () => {
    const app = openApp(open());
    const listening = app.listen({ host: '127.0.0.1', port: 0 });
    after(() => app.close());

    test('the client reads the state', async () => {
      const { data } = await byHeyApi(await listening, operationOf('getTime'));
      assert.equal((data as TimeAnswer).clock.status, status);
    });

    for (const operation of operations) {
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
  const operation = operations.find((other) => other.operationId === operationId);
  assert.ok(operation !== undefined);
  return operation;
}
