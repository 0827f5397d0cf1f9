import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { render } from '../chart/helm.ts';
import type { KubernetesObject } from '../chart/kubernetes-object.ts';
import { valueSets } from '../chart/value-sets.ts';
import { applications, readManifests, renderAll, renderRoot } from '../gitops/manifests.ts';
import { PLATFORM_CHARTS, renderPlatformChart } from '../gitops/platform-charts.ts';
import { deleteClasses, makeClasses } from './classes.ts';
import { requireDisposableCluster } from './disposable.ts';
import { kubectl, run } from './kubectl.ts';
import { deleteNamespaces, makeNamespaces, type Namespaces } from './namespaces.ts';
import { missing } from './skip.ts';

requireDisposableCluster();

const NAME = 'dataiku-manifests';
const WORKLOADS = new Set(['CronJob', 'DaemonSet', 'Deployment', 'Job', 'StatefulSet']);
const root = renderRoot();
const manifests: Readonly<Record<string, readonly KubernetesObject[]>> = {
  ...Object.fromEntries(
    Object.entries(valueSets).map(([name, values]) => [
      `the chart with the values "${name}"`,
      render({ values }),
    ]),
  ),
  'the root Application': root,
  'the middlewares and TLS options of the edge': edgeObjects(root),
  ...Object.fromEntries(
    applications(root)
      .filter(({ metadata }) => metadata.name !== 'root')
      .map((application) => [`the Application ${application.metadata.name}`, application] as const)
      .map(([name, application]) => [name, renderAll(application)]),
  ),
  'the examples': readManifests('gitops/examples'),
};

suite('the API server takes, without a warning, every field of', () => {
  let namespaces: Namespaces;
  let groups: readonly string[];
  before(() => {
    namespaces = makeNamespaces(NAME);
    groups = kubectl(['api-versions']).trim().split('\n');
    // A dry run makes none, and no pod is let in without what it names.
    kubectl(['create', 'serviceaccount', 'dataiku-api', '--namespace', namespaces.release]);
    kubectl(['create', 'serviceaccount', 'time', '--namespace', namespaces.release]);
    makeClasses();
  });
  after(() => {
    deleteNamespaces(namespaces);
    deleteClasses();
  });

  for (const [name, objects] of Object.entries(manifests)) {
    if (objects.length === 0) continue;
    test(name, (t) => {
      const unknown = objects.map(({ apiVersion }) => apiVersion).filter(isUnknown);
      if (unknown.length > 0) return missing(t, `the CRDs of ${[...new Set(unknown)].join(', ')}`);
      assert.deepEqual(complaints(objects, namespaces.release), []);
    });
  }

  for (const application of applications(root)) {
    const { metadata, spec } = application;
    // The node exporter needs more than `restricted` allows.
    if (spec.source?.chart === undefined || metadata.name === 'kube-prometheus-stack') continue;
    test(`the pods of the chart ${spec.source.chart}`, (t) => {
      if (PLATFORM_CHARTS === '') return missing(t, 'the charts of others (CHARTS)');
      const workloads = renderPlatformChart(application).filter(({ kind }) => WORKLOADS.has(kind));
      assert.deepEqual(complaints(workloads, namespaces.release), []);
    });
  }

  test('a faulty object it refuses, and it warns of a pod that Pod Security refuses', () => {
    const [deployment] = render().filter(({ kind }) => kind === 'Deployment');
    const unknownField = { ...deployment, specc: {} } as unknown as KubernetesObject;
    assert.match(complaints([unknownField], namespaces.release).join(), /unknown field "specc"/);
    const text = JSON.stringify(deployment).replace('"runAsNonRoot":true', '"runAsNonRoot":false');
    assert.match(
      complaints([JSON.parse(text)], namespaces.release).join(),
      /Warning: would violate/,
    );
  });

  function isUnknown(apiVersion: string): boolean {
    return !groups.includes(apiVersion);
  }
});

/** What the API server says of the objects, in a namespace of this test instead of their own. */
function complaints(objects: readonly KubernetesObject[], namespace: string): readonly string[] {
  const items = objects.map(({ metadata, ...object }) => {
    const { namespace: _, ...rest } = metadata as { namespace?: string };
    return { ...object, metadata: rest };
  });
  const apply = ['apply', '--server-side', '--dry-run=server', '--validate=strict'];
  const { status, stderr } = run(
    'kubectl',
    [...apply, '--namespace', namespace, '-f', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  );
  return status === 0 && stderr === '' ? [] : stderr.trim().split('\n');
}

/** What Traefik's own values ask for: the chart that makes it is not here. */
function edgeObjects(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  const traefik = applications(objects).find(({ metadata }) => metadata.name === 'traefik');
  const values = traefik?.spec.source?.helm?.valuesObject as unknown as {
    readonly extraObjects: readonly KubernetesObject[];
    readonly tlsOptions: { readonly default: object };
  };
  const options = {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'TLSOption',
    metadata: { name: 'default' },
    spec: values.tlsOptions.default,
  };
  return [...values.extraObjects, options];
}
