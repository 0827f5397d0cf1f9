import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTypeScript, { astToString } from 'openapi-typescript';
import { openPorts } from '../../app/api/src/app.fixture.ts';
import { buildApp } from '../../app/api/src/app.ts';
import { readConfig } from '../../app/api/src/config.ts';
import { compile } from './compile.ts';

const { body } = await buildApp(readConfig({}), openPorts()).inject('/api/openapi.json');

test('the document lints clean by the recommended rules of Redocly', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: body, config });
  assert.deepEqual(
    problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
    [],
  );
});

test('a client that is generated from the document compiles, and knows the fields', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-client-'));
  writeFileSync(join(folder, 'api.ts'), astToString(await openapiTypeScript(body)));
  const client = (field: string) => `
    import type { components, paths } from './api.ts';
    type Time = paths['/api/v1/time']['get']['responses'][200]['content']['application/json'];
    export const read = (time: Time, clock: components['schemas']['Clock']): string =>
      time.zone?.abbreviation ?? clock.status ?? time.${field};
  `;
  writeFileSync(join(folder, 'client.ts'), client('now'));
  assert.deepEqual(await compile(folder, 'client.ts'), []);
  writeFileSync(join(folder, 'client.ts'), client('nonsense'));
  assert.match((await compile(folder, 'client.ts')).join('\n'), /'nonsense' does not exist/);
});
