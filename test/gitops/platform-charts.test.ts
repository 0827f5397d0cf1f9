import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { suite, test } from 'node:test';
import { helm } from '../chart/helm.ts';
import type { KubernetesObject, PodSpec } from '../chart/kubernetes-object.ts';
import { restrictedProblems } from '../chart/restricted-problems.ts';
import {
  applicationOf,
  applications,
  parseObjects,
  projects,
  renderRoot,
  sourcesOf,
} from './manifests.ts';
import { projectProblems } from './project-problems.ts';

// The charts of others, rendered with our values: `make test-platform` pulls them from their
// registries. Where those can't be reached, the folder stays unnamed and nothing of this runs.
const { CHARTS: folder = '' } = process.env;
const root = renderRoot();
const level = (namespace: string) =>
  root.find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === namespace)?.metadata
    .labels?.['pod-security.kubernetes.io/enforce'];

suite('the platform', { skip: folder === '' && 'make test-platform pulls the charts' }, () => {
  for (const { metadata } of applications(root)) {
    const application = applicationOf(root, metadata.name);
    const [source] = sourcesOf(application);
    if (source?.chart === undefined) continue;

    suite(metadata.name, () => {
      const objects = () => render(application.metadata.name);

      test('has its chart, and values that the chart takes', () => {
        assert.ok(existsSync(`${folder}/${source.chart}/Chart.yaml`));
        assert.ok(objects().length > 0);
      });

      test('makes nothing that its project does not allow', () => {
        const project = projects(root).find(
          (candidate) => candidate.metadata.name === application.spec.project,
        );
        assert.deepEqual(projectProblems(application, project, objects()), []);
      });

      test('runs pods that its namespace lets in', () => {
        if (level(application.spec.destination.namespace) !== 'restricted') return;
        assert.deepEqual(objects().flatMap(podOf).flatMap(restrictedProblems), []);
      });
    });
  }
});

function render(name: string): readonly KubernetesObject[] {
  const { spec } = applicationOf(root, name);
  const { chart, helm: options } = spec.source ?? {};
  const release = ['template', options?.releaseName ?? '', `${folder}/${chart}`];
  // What Argo CD tells Helm of the cluster.
  const cluster = [
    '--kube-version',
    '1.36.1',
    '--api-versions',
    'monitoring.coreos.com/v1',
    '--include-crds',
  ];
  const text = helm(
    [...release, '--namespace', spec.destination.namespace, ...cluster, '--values', '-'],
    options?.valuesObject,
  );
  return parseObjects(text).filter(({ apiVersion }) => apiVersion !== undefined);
}

function podOf(object: KubernetesObject) {
  const { spec } = object as unknown as { spec?: { template?: { spec: PodSpec } } };
  if (spec?.template === undefined || object.kind === 'CustomResourceDefinition') return [];
  return [
    { owner: `${object.kind} ${object.metadata.name}`, labels: {}, spec: spec.template.spec },
  ];
}
