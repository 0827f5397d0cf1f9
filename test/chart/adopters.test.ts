import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { CHART, notes, refusal, render, type Values } from './helm.ts';
import { all, type Container, containerOf, find, podOf, pods } from './kubernetes-object.ts';
import { valueSets } from './value-sets.ts';

// What users of comparable charts have complained of, tried on this one. test/chart/refusals.test.ts has
// what is refused on purpose, and with which words.

const on = { enabled: true };
const web = { host: 'time.example', ingress: on };
const api = (values: Values) => podOf(render({ values: { api: values } }), 'api');
const apiContainer = (values: Values) => containerOf(api(values), 'api');

suite('in a parent chart,', () => {
  test('a condition may name `enabled`', (t) => {
    const dependency = { condition: 'dataiku.enabled' };
    const isThere = (values: Values) =>
      render({ chart: parent(t, [dependency], values), release: 'shop' }).length > 0;
    assert.equal(isThere({ dataiku: on }), true);
    assert.equal(isThere({ dataiku: { enabled: false } }), false);
  });

  test("globals of other charts are ignored, and cert-manager's form of a pull secret is taken", (t) => {
    const global = { storageClass: 'fast', imagePullSecrets: [{ name: 'mirror' }] };
    const objects = render({ chart: parent(t, [{}], { global }), release: 'shop' });
    assert.deepEqual(podOf(objects, 'api').spec.imagePullSecrets, [{ name: 'mirror' }]);
  });

  test('two aliases share neither a name nor a pod', (t) => {
    const chart = parent(t, [{ alias: 'inner' }, { alias: 'outer' }], {
      inner: web,
      outer: { ...web, podMonitor: on },
    });
    const objects = render({ chart, release: 'shop' });
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    assert.deepEqual([...new Set(names)], names);
    assert.ok(names.includes('Deployment shop-inner-api'));
    assert.ok(names.includes('Ingress shop-outer'));
    const selectors = all(objects, 'Deployment').map(({ spec }) => JSON.stringify(spec?.selector));
    assert.equal(new Set(selectors).size, 4);
  });

  test('a default is removed by null', (t) => {
    const podSecurityContext = { runAsUser: null, runAsGroup: null };
    const values = { dataiku: { api: { podSecurityContext } } };
    const objects = render({ chart: parent(t, [{}], values), release: 'shop' });
    assert.deepEqual(podOf(objects, 'api').spec.securityContext, {
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });
});

suite('an install', () => {
  test('without values takes no name from others, and says what to set', () => {
    assert.deepEqual(all(render(), 'Ingress'), []);
    assert.match(notes({}), /Nothing routes requests to it yet: set host, and ingress\.enabled/);
  });

  test('of a long name, or of two that start alike, keeps to what names may have', () => {
    const releases = ['x'.repeat(53), `${'x'.repeat(52)}y`];
    const names = releases.map((release) => render({ release })[0]?.metadata.name ?? '');
    assert.equal(new Set(names).size, 2);
    for (const name of names) assert.ok(name.length <= 63);
  });

  test('beside another shares no dashboard, whose uid, title and file are its own', () => {
    const values = { dashboards: on };
    const boards = ['dataiku', 'time'].flatMap((release) =>
      all(render({ release, values }), 'ConfigMap').flatMap(({ data = {} }) =>
        Object.entries(data),
      ),
    );
    const models = boards.map(([, text]) => JSON.parse(text) as { uid: string; title: string });
    assert.equal(new Set(boards.map(([file]) => file)).size, boards.length);
    assert.equal(new Set(models.map(({ uid }) => uid)).size, boards.length);
    assert.equal(new Set(models.map(({ title }) => title)).size, boards.length);
    // Grafana takes no longer one.
    for (const { uid } of models) assert.ok(uid.length <= 40, uid);
  });
});

suite('as quantities, it takes what Kubernetes takes:', () => {
  for (const [cpu, memory] of [
    [0.5, '512M'],
    ['0.5', '1Ti'],
    [1, '1.5Gi'],
    ['250m', '134217728'],
    ['1e-1', '1e9'],
  ]) {
    test(`cpu ${cpu}, memory ${memory}`, () => {
      const { resources } = apiContainer({ resources: { requests: { cpu, memory } } });
      assert.deepEqual(resources?.requests, { cpu, memory });
    });
  }

  test('ephemeral-storage', () => {
    const limits = { 'ephemeral-storage': '1Gi', memory: '256Mi' };
    assert.deepEqual(apiContainer({ resources: { limits } }).resources?.limits, limits);
  });

  test('and says so of anything else', () => {
    assert.match(
      refusal({ api: { resources: { limits: { memory: '512MB' } } } }),
      /api\.resources\.limits\.memory is "512MB"; allowed: what Kubernetes takes as a quantity, such as 500m, 0\.5, 128Mi or 1\.5Gi\./,
    );
  });
});

suite('the pods of each component', () => {
  const { pod, environment } = valueSets.everything.api;
  const objects = render({ values: valueSets.everything });
  for (const component of ['api', 'frontend'] as const) {
    const running = podOf(objects, component);
    const container = containerOf(running, component === 'api' ? 'api' : 'nginx');

    test(`lie where they are told to: ${component}`, () => {
      const { spec } = running;
      assert.deepEqual(spec.nodeSelector, { 'kubernetes.io/os': 'linux', ...pod.nodeSelector });
      assert.deepEqual(spec.tolerations, pod.tolerations);
      assert.deepEqual(spec.affinity, pod.affinity);
      assert.deepEqual(spec.topologySpreadConstraints, pod.topologySpreadConstraints);
      assert.equal(spec.priorityClassName, 'important');
      assert.equal(spec.runtimeClassName, 'sandboxed');
    });

    test(`have labels for others, which select nothing here: ${component}`, () => {
      assert.equal(running.labels.team, 'time');
      assert.equal(running.labels['cost-center'], 'time');
      const { spec } = find(objects, 'Deployment', `dataiku-${component}`);
      assert.equal(Object.keys(spec?.selector.matchLabels ?? {}).length, 3);
      assert.equal(spec?.revisionHistoryLimit, 1);
    });

    test(`take settings from Secrets and from their own fields: ${component}`, () => {
      const [node] = (container.env ?? []).filter(({ name }) => name === 'NODE_NAME');
      assert.deepEqual(node?.valueFrom, environment.NODE_NAME.valueFrom);
      assert.deepEqual(container.envFrom, pod.envFrom);
    });

    test(`have further volumes and containers: ${component}`, () => {
      const { spec } = running;
      assert.ok(spec.volumes?.some(({ name }) => name === 'authority'));
      assert.ok(container.volumeMounts?.some(({ mountPath }) => mountPath === '/etc/authority'));
      const names = (containers: readonly Container[] = []) => containers.map(({ name }) => name);
      assert.deepEqual(names(spec.initContainers), ['before']);
      assert.equal(names(spec.containers).at(-1), 'beside');
    });

    test(`have a Service for both families, with annotations for a load balancer: ${component}`, () => {
      const { metadata, spec } = find(objects, 'Service', `dataiku-${component}`);
      assert.deepEqual(metadata.annotations, valueSets.everything.api.service.annotations);
      assert.deepEqual([spec?.ipFamilyPolicy, spec?.ipFamilies], ['PreferDualStack', ['IPv4']]);
    });

    test(`run as a ServiceAccount of their own, with annotations for a cloud: ${component}`, () => {
      const account = find(objects, 'ServiceAccount', `dataiku-${component}`);
      assert.deepEqual(
        account.metadata.annotations,
        valueSets.everything.api.serviceAccount.annotations,
      );
      assert.equal(running.spec.serviceAccountName, account.metadata.name);
    });
  }

  test('leave the uid to the cluster, and take an account that is there', () => {
    const openShift = render({ values: valueSets.OpenShift });
    assert.deepEqual(all(openShift, 'ServiceAccount'), []);
    for (const { owner, spec } of pods(openShift)) {
      assert.equal(spec.securityContext?.runAsUser, undefined, owner);
      assert.equal(spec.securityContext?.runAsNonRoot, true, owner);
      assert.equal(spec.serviceAccountName, 'time', owner);
    }
  });

  test('run on Linux alone, by default', () => {
    for (const { spec } of pods(render())) {
      assert.deepEqual(spec.nodeSelector, { 'kubernetes.io/os': 'linux' });
    }
  });

  test('of what asks them lie where they do: on a dedicated node, with the same credentials', () => {
    const asking = [podOf(objects, 'test').spec, jobPod()];
    for (const spec of asking) {
      assert.deepEqual(spec.tolerations, pod.tolerations);
      assert.deepEqual(spec.imagePullSecrets, [{ name: 'mirror' }, { name: '0123' }]);
    }
    function jobPod() {
      const [job] = objects.filter(({ kind }) => kind === 'Job') as unknown as {
        spec: { template: { spec: ReturnType<typeof podOf>['spec'] } };
      }[];
      assert.ok(job !== undefined);
      return job.spec.template.spec;
    }
  });
});

suite('every example of the README renders:', () => {
  const readme = readFileSync(join(CHART, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => parse(text ?? ''));
  assert.equal(examples.length, 5);
  for (const [index, example] of examples.entries()) {
    test(`number ${index + 1}`, () => {
      assert.ok(render({ values: example as Values }).length > 0);
    });
  }
});

test("further objects are rendered, with the chart's templates", () => {
  const objects = render({ values: valueSets.everything });
  assert.ok(find(objects, 'ConfigMap', 'dataiku-extra'));
  assert.ok(find(objects, 'ConfigMap', 'dataiku-text'));
});

test('the smoke test is a hook of Helm, which fails the upgrade, and of Argo CD', () => {
  const [job] = render({ values: { ...web, smokeTest: on } }).filter(({ kind }) => kind === 'Job');
  assert.deepEqual(job?.metadata.annotations, {
    'helm.sh/hook': 'post-install,post-upgrade',
    'helm.sh/hook-delete-policy': 'before-hook-creation',
  });
});

/** A chart that has this one as its dependencies. */
function parent(t: TestContext, dependencies: readonly object[], values: Values): string {
  const folder = mkdtempSync(join(tmpdir(), 'parent-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const metadata = {
    apiVersion: 'v2',
    name: 'parent',
    version: '1.0.0',
    dependencies: dependencies.map((own) => ({ name: 'dataiku', version: '*', ...own })),
  };
  writeFileSync(join(folder, 'Chart.yaml'), JSON.stringify(metadata));
  writeFileSync(join(folder, 'values.yaml'), JSON.stringify(values));
  mkdirSync(join(folder, 'charts'));
  cpSync(CHART, join(folder, 'charts/dataiku'), { recursive: true });
  return folder;
}
