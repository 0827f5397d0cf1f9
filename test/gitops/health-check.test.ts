import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { suite, test } from 'node:test';
import { unpack } from './debian.ts';
import { applicationOf, renderRoot, type Source, valuesOf } from './manifests.ts';

const { root: debian, environment } = unpack('lua5.1');
const { configs } = valuesOf(applicationOf(renderRoot(), 'argocd')) as {
  configs: { cm: Record<string, string> };
};

/** What Argo CD's health check says of an Application. */
function health(
  status: unknown,
  { name = 'traefik', spec = { source: SOURCE } }: { name?: string; spec?: object } = {},
) {
  return healthOf('argoproj.io_Application', { metadata: { name }, spec, status });
}

/** What the health check of a kind says of an object; run by the Lua that Argo CD implements, 5.1. */
function healthOf(kind: string, object: object): { status: string; message: string } {
  const program = `obj = ${lua(object)}
    local hs = (function() ${configs.cm[`resource.customizations.health.${kind}`]} end)()
    io.write(hs.status, "\\n", hs.message)`;
  const run = spawnSync(`${debian}/usr/bin/lua5.1`, ['-'], {
    input: program,
    encoding: 'utf8',
    env: environment,
  });
  assert.equal(run.status, 0, run.stderr);
  const [state = '', message = ''] = run.stdout.split('\n');
  return { status: state, message };
}

/** A value as Lua writes it. */
function lua(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(lua).join(', ')}}`;
  if (typeof value !== 'object' || value === null)
    return value === undefined ? 'nil' : JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, field]) => `[${JSON.stringify(key)}] = ${lua(field)}`)
    .join(', ')}}`;
}

const SOURCE: Source = {
  repoURL: 'https://example.com',
  chart: 'traefik',
  targetRevision: '2.0.0',
  helm: { releaseName: 'traefik', valuesObject: { replicas: 2, list: [1, 2] } },
};
const done = {
  sync: { status: 'Synced', comparedTo: { source: SOURCE } },
  health: { status: 'Healthy' },
  operationState: { phase: 'Succeeded' },
};

/** An Application that has been degraded for some seconds. */
function degradedFor(seconds: number) {
  const lastTransitionTime = new Date(Date.now() - seconds * 1000)
    .toISOString()
    .replace(/\..*/, 'Z');
  return { ...done, health: { status: 'Degraded', lastTransitionTime } };
}

suite('a wave', () => {
  test('goes on when the Application is synced and healthy', () => {
    assert.equal(health(done).status, 'Healthy');
  });

  test('goes on when an Application with several sources is synced and healthy', () => {
    const sources = [SOURCE, { ...SOURCE, chart: 'other' }];
    // Argo CD writes an empty source beside the list.
    const comparedTo = { source: { repoURL: '' }, sources };
    const status = { ...done, sync: { status: 'Synced', comparedTo } };
    assert.equal(health(status, { spec: { sources } }).status, 'Healthy');
    assert.equal(health(status, { spec: { sources: [SOURCE] } }).status, 'Progressing');
  });

  const waits: readonly (readonly [string, unknown, RegExp])[] = [
    ['nobody has looked at the Application yet', undefined, /has not been compared/],
    [
      'the status is that of the version before',
      {
        ...done,
        sync: { ...done.sync, comparedTo: { source: { ...SOURCE, targetRevision: '1.0.0' } } },
      },
      /has not been compared/,
    ],
    [
      'the status is that of the values before',
      {
        ...done,
        sync: {
          ...done.sync,
          comparedTo: {
            source: {
              ...SOURCE,
              helm: { releaseName: 'traefik', valuesObject: { replicas: 2, list: [1] } },
            },
          },
        },
      },
      /has not been compared/,
    ],
    [
      'it is out of step',
      { ...done, sync: { ...done.sync, status: 'OutOfSync' } },
      /is not synced/,
    ],
    [
      'a sync or its smoke test is running',
      { ...done, operationState: { phase: 'Running', message: 'waiting for hook' } },
      /waiting for hook/,
    ],
    [
      'a sync that failed is tried again',
      { ...done, operationState: { phase: 'Running', retryCount: 2, message: 'no such kind' } },
      /no such kind/,
    ],
    ['its objects are not ready', { ...done, health: { status: 'Progressing' } }, /^$/],
    ['it is degraded for seconds', degradedFor(9), /degraded for less than a minute/],
  ];
  for (const [name, status, message] of waits) {
    test(`waits while ${name}`, () => {
      const found = health(status);
      assert.equal(found.status, 'Progressing');
      assert.match(found.message, message);
    });
  }

  const fails: readonly (readonly [string, unknown, RegExp])[] = [
    ['is degraded', { ...done, health: { status: 'Degraded' } }, /^$/],
    ['is degraded for minutes', degradedFor(120), /^$/],
    [
      'names a chart that cannot be loaded',
      {
        ...done,
        sync: { ...done.sync, status: 'Unknown' },
        conditions: [{ type: 'ComparisonError', message: 'no version 2.0.0 of traefik' }],
      },
      /no version 2\.0\.0/,
    ],
    [
      'has failed to sync three times',
      { ...done, operationState: { phase: 'Running', retryCount: 3, message: 'no such kind' } },
      /no such kind/,
    ],
  ];
  for (const [name, status, message] of fails) {
    test(`fails when the Application ${name}, so that root starts again with the newest commit`, () => {
      const found = health(status);
      assert.equal(found.status, 'Degraded');
      assert.match(found.message, message);
    });
  }

  test('does not wait for the root Application, which waits for it', () => {
    assert.equal(
      health({ ...done, operationState: { phase: 'Running' } }, { name: 'root' }).status,
      'Healthy',
    );
  });
});

suite('a CRD', () => {
  const definition = (status: object) =>
    healthOf('apiextensions.k8s.io_CustomResourceDefinition', { status });

  test('holds back no wave, whether it is established yet or not', () => {
    assert.equal(definition({}).status, 'Healthy');
    const accepted = { type: 'NamesAccepted', status: 'True' };
    const installing = { type: 'Established', status: 'False', reason: 'Installing' };
    assert.equal(definition({ conditions: [accepted, installing] }).status, 'Healthy');
  });

  test('whose names are taken is broken', () => {
    const conflict = { type: 'NamesAccepted', status: 'False', message: '"routes" is in use' };
    assert.deepEqual(definition({ conditions: [conflict] }), {
      status: 'Degraded',
      message: '"routes" is in use',
    });
  });
});
