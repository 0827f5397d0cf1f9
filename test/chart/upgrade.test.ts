import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { CHART, render } from './helm.ts';
import { all, isSelected, type KubernetesObject, pods, selectorOf } from './kubernetes-object.ts';
import { DIGEST, valueSets } from './value-sets.ts';

suite('an upgrade', () => {
  test('to another image changes the pods alone', () => {
    const image = { digest: DIGEST.replaceAll('0', 'f') };
    const before = render({ values: valueSets.production });
    const after = render({
      values: { ...valueSets.production, api: { ...valueSets.production.api, image } },
    });
    assert.equal(after.length, before.length);
    const changed = before.flatMap((object, index) =>
      differences(object, after[index], object.kind),
    );
    assert.deepEqual(changed.sort(), [
      'Deployment/spec/template/spec/containers/0/image',
      'Pod/spec/containers/0/image',
    ]);
  });

  test('from the last tagged chart keeps every selector', (t) => {
    const tag = lastTagWithChart();
    if (tag === undefined) return t.skip('no tag has the chart yet');
    const folder = mkdtempSync(join(tmpdir(), 'tagged-chart-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const archive = git('archive', tag, 'charts/dataiku');
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    assert.deepEqual(
      deploymentSelectors(render()),
      deploymentSelectors(render({ chart: join(folder, 'charts/dataiku') })),
    );
  });
});

/** What is made of the chart's files, which name what they are for. */
const FILES = new Set(['ConfigMap', 'GrafanaDashboard', 'PrometheusRule']);

suite('releases side by side', () => {
  // Names made to meet: what one release calls a part of itself, another is called.
  const releases = [
    'dataiku',
    'dataiku-api',
    'dataiku-frontend',
    'dataiku-test',
    'dataiku-tls',
    'dataiku-rules-clock',
    'dataiku-dashboard-clock',
    'true',
    'e5',
    'x'.repeat(53),
    `${'x'.repeat(52)}y`,
  ];
  const renders = releases.map((release) => render({ release, values: valueSets.everything }));

  test('never have an object in common', () => {
    const names = renders.flat().map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    assert.deepEqual([...new Set(names)], names);
  });

  test("never select each other's pods", () => {
    const running = renders.flatMap(pods);
    for (const object of renders.flat()) {
      const selector = selectorOf(object);
      if (object.kind === 'ServiceMonitor' || selector === undefined) continue;
      const owners = running.filter(({ labels }) => isSelected(labels, selector));
      assert.equal(owners.length, 1, `${object.kind} ${object.metadata.name}`);
    }
  });

  test('refer to what is their own', () => {
    const objects = render({ release: 'other', values: valueSets.everything });
    const own = objects.filter(({ kind }) => !FILES.has(kind));
    // Behind a slash are the images.
    assert.doesNotMatch(JSON.stringify(own), /(?<!\/|other-)dataiku-(api|frontend|test)/);
  });

  test('keep to the lengths and types that names and labels may have', () => {
    for (const { kind, metadata } of renders.flat()) {
      // Their names are DNS subdomains; what pods and Services are named after is a label.
      const longest = FILES.has(kind) ? 253 : 63;
      assert.match(metadata.name, /^[a-z][a-z0-9-]*$/, `${kind} ${metadata.name}`);
      assert.ok(metadata.name.length <= longest, `${kind} ${metadata.name}`);
      for (const value of Object.values(metadata.labels ?? {})) {
        assert.match(value, /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/);
      }
    }
  });
});

/** Where two values differ, as paths. */
function differences(before: unknown, after: unknown, path: string): readonly string[] {
  if (before === after) return [];
  if (!isObject(before) || !isObject(after)) return [path];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], `${path}/${key}`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function deploymentSelectors(objects: readonly KubernetesObject[]) {
  return all(objects, 'Deployment').map(({ metadata, spec }) => [metadata.name, spec?.selector]);
}

function lastTagWithChart(): string | undefined {
  const tags = git('tag', '--merged', 'HEAD', '--sort=-version:refname', '--list', 'v*').toString();
  return tags
    .split('\n')
    .find((tag) => tag !== '' && git('ls-tree', tag, 'charts/dataiku').length > 0);
}

function git(...args: readonly string[]): Buffer {
  return execFileSync('git', ['-C', join(CHART, '../..'), ...args]);
}
