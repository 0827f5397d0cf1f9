import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Values } from '../chart/helm.ts';
import {
  applications,
  projects,
  REPOSITORY,
  renderAll,
  renderRoot,
  sourcesOf,
} from './manifests.ts';
import { projectProblems } from './project-problems.ts';

const root = renderRoot();
const all = applications(root);

for (const application of all) {
  const { name } = application.metadata;
  suite(`the Application ${name}`, () => {
    test('makes nothing that its project does not allow', () => {
      const project = projects(root).find(
        ({ metadata }) => metadata.name === application.spec.project,
      );
      const objects = name === 'root' ? root : renderAll(application);
      assert.deepEqual(projectProblems(application, project, objects), []);
    });

    test('is kept in step by Argo CD, and tries again every minute at least', () => {
      const { automated, retry, syncOptions } = application.spec.syncPolicy as Record<
        string,
        Values
      >;
      assert.deepEqual(automated, { enabled: true, prune: true, selfHeal: true });
      assert.equal(retry?.limit, -1);
      assert.equal(retry.refresh, true);
      assert.deepEqual(retry.backoff, { duration: '10s', factor: 2, maxDuration: '1m' });
      assert.ok((syncOptions as unknown as string[]).includes('ServerSideApply=true'));
    });

    test('follows the branch deploy, or one version of a chart', () => {
      for (const { repoURL, targetRevision, path } of sourcesOf(application)) {
        if (path === undefined) assert.match(targetRevision, /^v?\d+\.\d+\.\d+$/);
        else assert.equal(targetRevision, 'deploy');
        if (path !== undefined) assert.equal(repoURL, REPOSITORY);
      }
    });

    test('gives its chart values that could be read', () => {
      for (const { chart, helm: options } of sourcesOf(application)) {
        if (chart === undefined) continue;
        assert.ok(Object.keys(options?.valuesObject ?? {}).length > 0);
        assert.equal(options?.valuesObject?.Error, undefined);
      }
    });
  });
}

test('the default project allows nothing', () => {
  const locked = projects(root).find(({ metadata }) => metadata.name === 'default');
  assert.deepEqual(
    [locked?.spec.sourceRepos, locked?.spec.destinations, locked?.spec.clusterResourceWhitelist],
    [[], [], []],
  );
  assert.deepEqual(
    all.filter(({ spec }) => spec.project === 'default'),
    [],
  );
});

test('no project allows every source, namespace or kind', () => {
  for (const { metadata, spec } of projects(root)) {
    const { sourceRepos, destinations, clusterResourceWhitelist, namespaceResourceWhitelist } =
      spec;
    const allowed = {
      sourceRepos,
      destinations,
      clusterResourceWhitelist,
      namespaceResourceWhitelist,
    };
    assert.doesNotMatch(JSON.stringify(allowed), /\*/, metadata.name);
  }
});

test('the waves go from what others need to what needs them', () => {
  const waves = all
    .map(({ metadata }) => [
      metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? '0',
      metadata.name,
    ])
    .sort();
  assert.deepEqual(waves, [
    ['0', 'root'],
    ['1', 'argocd'],
    ['2', 'traefik'],
    ['3', 'cert-manager'],
    ['4', 'issuers'],
    ['5', 'dataiku-production'],
    ['5', 'dataiku-staging'],
    ['5', 'external-dns'],
    ['5', 'kube-prometheus-stack'],
  ]);
});

test('each namespace that holds something is made, and says which pods it lets in', () => {
  const levels = root
    .filter(({ kind }) => kind === 'Namespace')
    .map(({ metadata }) => [
      metadata.name,
      metadata.labels?.['pod-security.kubernetes.io/enforce'],
    ]);
  assert.deepEqual(Object.fromEntries(levels), {
    argocd: 'restricted',
    traefik: 'restricted',
    'cert-manager': 'restricted',
    monitoring: 'privileged',
    'external-dns': 'restricted',
    'dataiku-production': 'restricted',
    'dataiku-staging': 'restricted',
  });
  for (const { spec } of all) assert.ok(spec.destination.namespace in Object.fromEntries(levels));
});
