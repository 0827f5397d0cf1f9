import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClockStatus } from '@dataiku-assessment/contract';
import { openPorts } from '../../app/api/src/app.fixture.ts';
import { buildApp } from '../../app/api/src/app.ts';
import { readConfig } from '../../app/api/src/config.ts';
import { writeAddressDatabase } from '../../app/api/src/drop-in/address-database.fixture.ts';

const GEOIP_DATABASE = join(mkdtempSync(join(tmpdir(), 'operations-')), 'city.mmdb');
writeAddressDatabase(GEOIP_DATABASE, { '192.0.2': 'Asia/Tokyo', '127.0.0': 'Europe/Paris' });

function openApp(ports: ReturnType<typeof openPorts>): ReturnType<typeof buildApp> {
  return buildApp(readConfig({ MAX_LOOP_LAG_MS: '0', GEOIP_DATABASE }), ports);
}

const LOST = { source: 'ntp', reason: 'no NTP server answers' } as const;

/** An application, with all of its operations, for each state that the clock may be in. */
export const APPS: Readonly<Record<ClockStatus, () => ReturnType<typeof buildApp>>> = {
  synchronized: () => openApp(openPorts()),
  holdover() {
    const ports = openPorts();
    ports.source.reading = { kind: 'unknown', ...LOST };
    ports.clock.refresh();
    return openApp(ports);
  },
  contradictory: () => openApp(openPorts({ kind: 'contradictory', ...LOST })),
  unsynchronized: () => openApp(openPorts({ kind: 'unsynchronized', ...LOST })),
  unknown: () => openApp(openPorts({ kind: 'unknown', ...LOST })),
};

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

/** The OpenAPI document. */
export const { body: OPENAPI } = await APPS.synchronized().inject('/api/openapi.json');

const { paths } = JSON.parse(OPENAPI) as { paths: Record<string, Record<string, Operation>> };

/** Its operations, and for each a request of the document's own examples. */
export const OPERATIONS = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    operationId: operation.operationId,
    path,
    method,
    takesQuery: operation.parameters?.some((parameter) => parameter.in === 'query') ?? false,
    request: {
      path: examples(operation, 'path'),
      query: examples(operation, 'query'),
      body: operation.requestBody?.content['application/json']?.example,
    },
  })),
);

/** The required parameters in one place. */
function examples({ parameters = [] }: Operation, location: 'path' | 'query') {
  const wanted = parameters.filter((parameter) => parameter.in === location && parameter.required);
  return Object.fromEntries(wanted.map(({ name, example }) => [name, example ?? '']));
}
