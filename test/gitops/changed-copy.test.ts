import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { helm } from '../chart/helm.ts';
import type { KubernetesObject } from '../chart/kubernetes-object.ts';
import { applicationOf, ROOT, renderRoot } from './manifests.ts';

const root = renderRoot();

suite('a copy of gitops/', () => {
  const copy = mkdtempSync(join(tmpdir(), 'gitops-'));
  cpSync(`${ROOT}gitops`, copy, { recursive: true, verbatimSymlinks: true });
  after(() => rmSync(copy, { recursive: true }));
  const environments = join(copy, 'environments');

  test('with one folder more has one environment more', () => {
    mkdirSync(join(environments, 'preview'));
    writeFileSync(join(environments, 'preview/values.yaml'), 'host: preview.promoldova.org\n');
    const names = (objects: readonly KubernetesObject[]) =>
      objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    const added = names(renderRoot(copy)).filter((name) => !names(root).includes(name));
    assert.deepEqual(added.sort(), [
      'AppProject dataiku-preview',
      'Application dataiku-preview',
      'Namespace dataiku-preview',
    ]);
    rmSync(join(environments, 'preview'), { recursive: true });
  });

  test('with an autoscaler leaves the number of its pods alone', () => {
    const folder = join(environments, 'preview');
    mkdirSync(folder);
    const values = 'host: preview.promoldova.org\napi: { autoscaling: { enabled: true } }\n';
    writeFileSync(join(folder, 'values.yaml'), values);
    const preview = applicationOf(renderRoot(copy), 'dataiku-preview').spec;
    assert.deepEqual(preview.ignoreDifferences, [
      { group: 'apps', kind: 'Deployment', name: 'dataiku-api', jsonPointers: ['/spec/replicas'] },
    ]);
    const options = preview.syncPolicy.syncOptions as readonly string[];
    assert.ok(options.includes('RespectIgnoreDifferences=true'));
    assert.equal(applicationOf(root, 'dataiku-production').spec.ignoreDifferences, undefined);
    rmSync(folder, { recursive: true });
  });

  test('with the digests of the pipeline says so', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    writeFileSync(
      join(environments, 'production/images.yaml'),
      `api: { image: { digest: ${digest} } }\n`,
    );
    const production = applicationOf(renderRoot(copy), 'dataiku-production');
    assert.match(
      production.spec.info?.[0]?.value ?? '',
      /by the digests that the pipeline attested/,
    );
  });

  test('is refused without a repository', () => {
    assert.throws(() => helm(['template', 'root', copy]), /repository and revision are missing/);
  });
});

suite('what has no public route gets one when it is asked for', () => {
  const values = (name: string, host: string) => {
    const objects = renderRoot(`${ROOT}gitops`, [`platform.${name}.publicHost=${host}`]);
    return JSON.stringify(applicationOf(objects, name).spec.source?.helm?.valuesObject);
  };
  for (const name of ['argocd', 'kube-prometheus-stack']) {
    test(name, () => {
      assert.doesNotMatch(JSON.stringify(applicationOf(root, name).spec), /"ingressClassName"/);
      assert.match(values(name, 'x.example'), /"ingressClassName":"traefik"/);
      assert.match(values(name, 'x.example'), /x\.example/);
    });
  }
});
