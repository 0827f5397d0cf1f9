import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Values } from '../chart/helm.ts';
import type { KubernetesObject } from '../chart/kubernetes-object.ts';
import { applicationOf, projects, renderRoot, schemaProblems } from './manifests.ts';
import { projectProblems } from './project-problems.ts';

// The checks that the manifests are held against are themselves held against seeded faults.

const root = renderRoot();

suite('the check against schemas finds', () => {
  const faults: readonly (readonly [string, string, (application: Values) => void])[] = [
    [
      'an unknown field',
      '/spec/sync is no known',
      ({ spec }) => Object.assign(spec as object, { sync: 1 }),
    ],
    ['a wrong type', 'must be string', ({ spec }) => Object.assign(spec as object, { project: 1 })],
    [
      'a missing field',
      'destination',
      ({ spec }) => delete (spec as Record<string, unknown>).destination,
    ],
  ];
  for (const [name, message, spoil] of faults) {
    test(name, () => {
      const application = structuredClone(applicationOf(root, 'traefik'));
      spoil(application as unknown as Values);
      assert.match(schemaProblems(application).join(), new RegExp(message));
    });
  }
});

suite('the check of projects finds', () => {
  const application = applicationOf(root, 'dataiku-production');
  const project = projects(root).find(({ metadata }) => metadata.name === 'dataiku-production');
  const object = (kind: string, apiVersion: string, namespace?: string) =>
    ({ apiVersion, kind, metadata: { name: 'x', namespace } }) as unknown as KubernetesObject;
  const faults: readonly (readonly [string, KubernetesObject])[] = [
    ['an object of the cluster', object('ClusterRole', 'rbac.authorization.k8s.io/v1')],
    ['a namespace', object('Namespace', 'v1')],
    ['a kind that is not listed', object('Secret', 'v1')],
    ['a kind of another group', object('Service', 'serving.knative.dev/v1')],
    ['an object in another namespace', object('Service', 'v1', 'kube-system')],
  ];
  for (const [name, fault] of faults) {
    test(name, () => assert.equal(projectProblems(application, project, [fault]).length, 1));
  }

  test('a project that is not there', () => {
    assert.equal(projectProblems(application, undefined, []).length, 1);
  });

  test('a source and a destination of others', () => {
    const other = projects(root).find(({ metadata }) => metadata.name === 'traefik');
    assert.equal(projectProblems(application, other, []).length, 3);
  });
});
