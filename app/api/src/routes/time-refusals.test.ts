import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import { test } from 'node:test';
import { Problem } from '@dataiku-assessment/contract';
import { Value } from 'typebox/value';
import { openPorts } from '../app.fixture.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';

/** The problem that a query of /api/v1/time is refused with. */
async function refusalOf(query: string, status = 400, headers = {}): Promise<Problem> {
  const app = buildApp(readConfig({}), openPorts());
  const answer = await app.inject({ url: `/api/v1/time?${query}`, headers });
  assert.equal(answer.statusCode, status);
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.headers['access-control-allow-origin'], '*');
  const problem = answer.json();
  assert.deepEqual([...Value.Errors(Problem, problem)], []);
  assert.deepEqual(
    [problem.type, problem.title, problem.status],
    ['about:blank', STATUS_CODES[status], status],
  );
  return problem;
}

test('refuses an unknown zone and proposes the nearest', async () => {
  const { code, detail, parameter, nearest } = await refusalOf('timezone=Europe/Pari', 404);
  assert.equal(code, 'unknown-timezone');
  assert.equal(detail, 'No such zone in the tz database.');
  assert.equal(parameter, 'timezone');
  assert.equal(nearest?.[0], 'Europe/Paris');
});

test('refuses an unknown zone with a problem to those who prefer text too', async () => {
  const { code } = await refusalOf('timezone=Mars/Olympus', 404, { accept: 'text/plain' });
  assert.equal(code, 'unknown-timezone');
});

test('refuses an offset for a zone', async () => {
  assert.equal((await refusalOf('timezone=%2B01:00', 404)).code, 'unknown-timezone');
});

const unknownParameters = ['zone', 'Timezone', '__proto__', 'constructor', 'toString'];
for (const parameter of unknownParameters) {
  test(`refuses the unknown parameter ${parameter} by its name`, async () => {
    const problem = await refusalOf(`${parameter}=UTC`);
    assert.equal(problem.code, 'unknown-parameter');
    assert.equal(problem.parameter, parameter);
    assert.equal(problem.detail, `This path has no parameter \`${parameter}\`.`);
  });
}

test('gives an endless parameter name back cut short', async () => {
  const { parameter } = await refusalOf(`${'x'.repeat(2000)}=1`);
  assert.equal(parameter, `${'x'.repeat(64)}…`);
});

const badZones: readonly [query: string, detail: string][] = [
  ['timezone=UTC&timezone=UTC', '`timezone` must be given once.'],
  ['timezone=', '`timezone` must not be empty.'],
  ['timezone', '`timezone` must not be empty.'],
  [`timezone=${'x'.repeat(65)}`, '`timezone` must have at most 64 characters.'],
];
for (const [query, detail] of badZones) {
  test(`refuses ?${query.slice(0, 30)}: ${detail}`, async () => {
    const problem = await refusalOf(query);
    assert.deepEqual(
      [problem.code, problem.parameter, problem.detail],
      ['invalid-parameter', 'timezone', detail],
    );
  });
}
