import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { parse } from 'yaml';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

interface Manager {
  readonly description: string;
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
}

const { customManagers } = JSON.parse(read('renovate.json')) as { customManagers: Manager[] };

/** What a manager would find in a file: the groups of each match. */
function found(path: string): readonly Readonly<Record<string, string>>[] {
  const managers = customManagers.filter(({ managerFilePatterns }) =>
    managerFilePatterns.some((pattern) => new RegExp(pattern.slice(1, -1)).test(path)),
  );
  return managers
    .flatMap(({ matchStrings }) => matchStrings)
    .flatMap((pattern) => [...read(path).matchAll(new RegExp(pattern, 'g'))])
    .map(({ groups = {} }) => ({ ...groups }));
}

suite('the dependency bot finds the version of', () => {
  const { platform } = parse(read('gitops/values.yaml')) as {
    platform: Record<string, { chart?: string; version?: string; repository?: string }>;
  };
  for (const { chart, version, repository } of Object.values(platform)) {
    if (chart === undefined) continue;
    test(`the chart ${chart}`, () => {
      const [match, ...others] = found('gitops/values.yaml').filter(
        ({ depName }) => depName === chart,
      );
      assert.deepEqual(others, []);
      assert.equal(match?.currentValue, version);
      assert.equal(match?.registryUrl ?? match?.registry, repository);
    });
  }
  for (const part of ['argocd', 'external-dns']) {
    test(`the image of ${part}, which is newer than its chart`, () => {
      const path = `gitops/platform/${part}/values.yaml`;
      const tag = /^ *image:\n +#.*\n +tag: (\S+)$/m.exec(read(path))?.[1];
      assert.deepEqual(found(path), [{ currentValue: tag }]);
    });
  }

  test('what make cluster and make cluster-crds bring in', () => {
    const names = (script: string) => found(script).map(({ depName }) => depName);
    assert.deepEqual(names('scripts/raise-cluster.sh'), ['kindest/node']);
    assert.deepEqual(names('scripts/apply-crds.sh'), [
      'kubernetes-sigs/gateway-api',
      'external-secrets/external-secrets',
      'grafana/grafana-operator',
      'GoogleCloudPlatform/prometheus-engine',
      'fluxcd/helm-controller',
      'fluxcd/source-controller',
    ]);
  });

  test('the ACME server of make test-gitops-cluster', () => {
    const [server] = found('test/gitops-cluster/acme-server.ts');
    assert.equal(server?.depName, 'ghcr.io/letsencrypt/pebble');
  });
});
