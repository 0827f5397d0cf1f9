import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { KubernetesObject } from '../chart/kubernetes-object.ts';
import {
  type ArgoApplication,
  applicationOf,
  applications,
  projects,
  ROOT,
  readValues,
  renderAll,
  renderRoot,
} from './manifests.ts';

const { platform } = readValues('gitops/values.yaml') as { platform: object };
const parts = Object.keys(platform);
const root = renderRoot();
const without = (part: string) => renderRoot(`${ROOT}gitops`, [`platform.${part}.enabled=false`]);
const names = (objects: readonly { metadata: { name: string } }[]) =>
  objects.map(({ metadata }) => metadata.name).sort();
const kindsOf = (objects: readonly KubernetesObject[]) => new Set(objects.map(({ kind }) => kind));
const wave = ({ metadata }: ArgoApplication) =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']);

suite('a part of the platform that is switched off', () => {
  for (const part of parts) {
    test(`takes its Application and its project with it, and nothing else: ${part}`, () => {
      const rest = without(part);
      const others = (list: readonly string[]) => list.filter((name) => name !== part);
      assert.deepEqual(names(applications(rest)), others(names(applications(root))));
      assert.deepEqual(names(projects(rest)), others(names(projects(root))));
    });
  }

  test('leaves no object of its own kinds to the application: kube-prometheus-stack', () => {
    const production = (objects: readonly KubernetesObject[]) =>
      kindsOf(renderAll(applicationOf(objects, 'dataiku-production')));
    const monitored = production(root);
    const plain = production(without('kube-prometheus-stack'));
    const missing = [...monitored].filter((kind) => !plain.has(kind));
    assert.deepEqual(missing.sort(), ['ConfigMap', 'PrometheusRule', 'ServiceMonitor']);
  });
});

suite('the application waits neither for DNS nor for monitoring:', () => {
  const environment = applicationOf(root, 'dataiku-production');
  for (const part of ['external-dns', 'kube-prometheus-stack']) {
    test(`${part} comes in no earlier wave`, () => {
      assert.ok(wave(applicationOf(root, part)) >= wave(environment));
    });
  }

  test('its pods start before the cluster knows what a ServiceMonitor is', () => {
    const options = environment.spec.syncPolicy.syncOptions as readonly string[];
    assert.ok(options.includes('SkipDryRunOnMissingResource=true'));
  });
});
