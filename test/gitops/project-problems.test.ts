import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { KubernetesObject } from '../chart/kubernetes-object.ts';
import { applicationOf, projects, renderRoot } from './manifests.ts';
import { projectProblems } from './project-problems.ts';

// The check that the manifests are held against is itself held against seeded faults.

const root = renderRoot();

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
    assert.equal(projectProblems(application, other, []).length, 2);
  });
});
