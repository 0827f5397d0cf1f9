import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type ApiProcess, startApi } from '../system/api-process.ts';
import { render } from './helm.ts';
import { containerOf, podOf } from './kubernetes-object.ts';

suite('the API, started with the environment that the chart gives it,', () => {
  const container = containerOf(podOf(render(), 'api'), 'api');
  const environment = (container.env ?? []).map(({ name, value, valueFrom }) => [
    name,
    valueFrom?.fieldRef?.fieldPath === 'metadata.name' ? 'dataiku-api-7f9c-x2x' : (value ?? ''),
  ]);
  let api: ApiProcess;
  before(async () => {
    api = await startApi(Object.fromEntries(environment));
  });
  after(() => api.kill());

  test('answers in the name of its pod', async () => {
    const answer = await fetch(`${api.url}/api/v1/time`);
    assert.equal(answer.status, 200);
    const { instance } = (await answer.json()) as { instance: string };
    assert.equal(instance, 'dataiku-api-7f9c-x2x');
  });

  // Last: the process is told to end.
  test('passes every probe, and is alive but not ready once it is told to stop', async () => {
    const { startupProbe, readinessProbe, livenessProbe } = container;
    const ask = async (probe: typeof startupProbe) =>
      (await fetch(`${api.managementUrl}${probe?.httpGet?.path}`)).status;
    assert.equal(await ask(startupProbe), 200);
    assert.equal(await ask(readinessProbe), 200);
    assert.equal(await ask(livenessProbe), 200);

    api.signal('SIGTERM');
    await api.logged(/stopping/);
    assert.equal(await ask(readinessProbe), 503);
    assert.equal(await ask(livenessProbe), 200);
  });
});
