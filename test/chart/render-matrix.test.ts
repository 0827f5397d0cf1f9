import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CHART, helm, render } from './helm.ts';
import { all, type KubernetesObject, pods } from './kubernetes-object.ts';
import { valueSets } from './value-sets.ts';

for (const [name, values] of Object.entries(valueSets)) {
  suite(`with the values "${name}"`, () => {
    const objects = render({ values });

    test('Helm finds nothing to complain about', () => {
      helm(['lint', '--strict', CHART, '--values', '-'], values);
    });

    test('every pod is closed beyond the standard', () => {
      for (const { owner, spec } of pods(objects)) {
        assert.equal(spec.automountServiceAccountToken, false, owner);
        assert.equal(spec.enableServiceLinks, false, owner);
        for (const { name, securityContext, resources } of spec.containers) {
          const user = securityContext?.runAsUser ?? spec.securityContext?.runAsUser;
          if (values !== valueSets.OpenShift)
            assert.ok(Number(user) > 0, `${owner}: ${name} has no numeric user`);
          assert.equal(securityContext?.readOnlyRootFilesystem, true, `${owner}: ${name}`);
          assert.ok(resources?.requests?.cpu && resources.requests.memory, `${owner}: ${name}`);
          assert.ok(resources.limits?.memory, `${owner}: ${name} has no memory limit`);
        }
      }
      for (const account of all(objects, 'ServiceAccount')) {
        assert.equal(account.automountServiceAccountToken, false);
      }
    });

    test('no object is there twice', () => {
      const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
      assert.deepEqual([...new Set(names)], names);
    });

    test('every object says which release, component and chart it belongs to', () => {
      for (const { kind, metadata } of objects.filter(isOwn)) {
        const { 'app.kubernetes.io/component': component, ...labels } = metadata.labels ?? {};
        assert.ok(component, `${kind} ${metadata.name}`);
        assert.equal(labels['app.kubernetes.io/name'], 'dataiku');
        assert.equal(labels['app.kubernetes.io/instance'], 'dataiku');
        assert.equal(labels['app.kubernetes.io/managed-by'], 'Helm');
        assert.match(labels['app.kubernetes.io/version'] ?? '', /^\d+\.\d+\.\d+$/);
        assert.match(labels['helm.sh/chart'] ?? '', /^dataiku-\d+\.\d+\.\d+$/);
      }
    });
  });
}

/** Not one of the user's own, in `extraObjects`. */
function isOwn({ metadata }: KubernetesObject): boolean {
  return !/-(extra|text)$/.test(metadata.name);
}

test('the defaults make these objects, and none that needs a custom resource', () => {
  const names = render().map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  assert.deepEqual(names.sort(), [
    'Deployment dataiku-api',
    'Deployment dataiku-frontend',
    'NetworkPolicy dataiku-api',
    'NetworkPolicy dataiku-frontend',
    'Pod dataiku-test',
    'PodDisruptionBudget dataiku-api',
    'PodDisruptionBudget dataiku-frontend',
    'Service dataiku-api',
    'Service dataiku-frontend',
    'ServiceAccount dataiku-api',
    'ServiceAccount dataiku-frontend',
  ]);
});
