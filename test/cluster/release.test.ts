import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { rootCertificates } from 'node:tls';
import { valueSets } from '../chart/value-sets.ts';
import { deleteClasses, makeClasses } from './classes.ts';
import { reach, startClient } from './client-pod.ts';
import { requireDisposableCluster } from './disposable.ts';
import { imageOf } from './images.ts';
import { kubectl } from './kubectl.ts';
import { deleteNamespaces, makeNamespaces, type Namespaces } from './namespaces.ts';
import { policiesHold, sealedClient } from './network-policies.ts';
import { COMPONENTS, Release } from './release.ts';
import { missing } from './skip.ts';

requireDisposableCluster();

type Component = typeof valueSets.everything.api | typeof valueSets.everything.frontend;

let namespaces: Namespaces;
let release: Release;
before(() => {
  namespaces = makeNamespaces('dataiku-release');
  release = new Release(namespaces);
});
after(() => deleteNamespaces(namespaces));

suite('a release with the defaults', () => {
  test('gets ready where Pod Security is enforced, without a warning', () => {
    const { stderr } = release.install();
    assert.equal(stderr, '');
    for (const component of COMPONENTS) assert.equal(release.podsOf(component).length, 2);
  });

  test('passes helm test, which shows what was asked', () => {
    const { status, stdout, stderr } = release.test();
    assert.equal(status, 0, stderr);
    assert.match(stdout, /http:\/\/dataiku-api\/api\/v1\/time answers/);
    assert.match(stdout, /http:\/\/dataiku-frontend\/ answers/);
  });

  test('answers the edge on both Services, and keeps its metrics off the public port', () => {
    startClient(namespaces.edge);
    assert.equal(reach(namespaces.edge, release.url('api', '/api/v1/time')), 200);
    assert.equal(reach(namespaces.edge, release.url('frontend', '/')), 200);
    for (const path of ['/metrics', '/readyz', '/livez', '/version']) {
      assert.equal(reach(namespaces.edge, release.url('api', path)), 404, path);
    }
    assert.equal(reach(namespaces.edge, release.url('frontend', '/stub_status')), 404);
  });

  test('answers Prometheus on the ports of its metrics', () => {
    startClient(namespaces.monitoring);
    assert.equal(reach(namespaces.monitoring, release.url('api', ':9464/metrics')), 200);
    assert.equal(reach(namespaces.monitoring, release.url('frontend', ':9113/metrics')), 200);
  });

  test('answers nobody whom its NetworkPolicies do not name', (t) => {
    startClient(namespaces.stranger);
    sealedClient(namespaces.stranger);
    if (!policiesHold(namespaces.stranger)) return missing(t, 'a network that enforces policies');
    for (const component of COMPONENTS) {
      assert.equal(reach(namespaces.stranger, release.url(component)), 'none');
      assert.equal(reach(namespaces.monitoring, release.url(component)), 'none');
    }
    for (const client of [namespaces.stranger, namespaces.edge]) {
      assert.equal(reach(client, release.url('api', ':9464/metrics')), 'none');
      assert.equal(reach(client, release.url('frontend', ':9113/metrics')), 'none');
    }
  });

  test('is asked after an upgrade by the smoke test, for which Helm waits', async () => {
    await release.upgrade({ smokeTest: { enabled: true } });
    const job = ['--namespace', namespaces.release, 'job/dataiku-smoke-test'];
    kubectl(['wait', '--for=condition=Complete', '--timeout=1s', ...job]);
    const log = kubectl(['logs', ...job]);
    assert.match(log, /http:\/\/dataiku-api\/api\/v1\/time answers/);
    assert.match(log, /http:\/\/dataiku-frontend\/ answers/);
    // A hook is no part of the release: an uninstall leaves it.
    kubectl(['delete', ...job]);
  });

  test('leaves nothing when it is uninstalled', () => {
    release.uninstall();
    assert.deepEqual(release.objects(), []);
  });
});

suite('a release with every optional value', () => {
  // All but images and nodes that aren't there, and what the kinds of node and CRD decide.
  const { global: _, spread: __, test: ___, smokeTest: ____, ...everything } = valueSets.everything;
  const has = (group: string) => kubectl(['api-versions']).includes(group);
  const values = () => ({
    ...everything,
    api: installable(everything.api),
    frontend: installable(everything.frontend),
    gateway: { ...everything.gateway, enabled: has('gateway.networking.k8s.io/v1') },
    serviceMonitor: { ...everything.serviceMonitor, enabled: has('monitoring.coreos.com/v1') },
    prometheusRule: { ...everything.prometheusRule, enabled: has('monitoring.coreos.com/v1') },
    dashboards: {
      ...everything.dashboards,
      operator: { ...everything.dashboards.operator, enabled: has('grafana.integreatly.org') },
    },
    ingress: { ...everything.ingress, tls: { enabled: true, secretName: 'none' } },
  });
  const { configMap, key } = everything.clock.ntsAuthorities;
  const authorities = ['configmap', configMap, '--namespace', namespaces.release];
  before(() => {
    makeClasses();
    kubectl(['create', ...authorities, `--from-literal=${key}=${rootCertificates[0]}`]);
  });
  after(deleteClasses);

  test('gets ready, with as many pods as the autoscaler wants at least', () => {
    const { stderr } = release.install(values());
    assert.equal(stderr, '');
    for (const component of COMPONENTS) assert.ok(release.replicasOf(component) >= 3);
  });

  test('answers below its path', () => {
    assert.equal(reach(namespaces.edge, release.url('api', '/clock/api/v1/time')), 200);
    assert.equal(reach(namespaces.edge, release.url('frontend', '/clock/')), 200);
    assert.equal(reach(namespaces.edge, release.url('frontend', '/clock/icon.svg')), 200);
  });

  test('leaves nothing when it is uninstalled', () => {
    release.uninstall();
    assert.deepEqual(release.objects(), []);
  });
});

/** A component's values with images, nodes and sizes that the cluster has. */
function installable({ image: _, resources: __, ...component }: Component) {
  const helper = (container: object, script: string) => ({
    ...container,
    image: imageOf('dataiku-api'),
    command: ['node', '--eval', script],
    resources: { requests: { cpu: '1m', memory: '32Mi' }, limits: { memory: '64Mi' } },
  });
  const { nodeSelector: ___, ...pod } = component.pod;
  return {
    ...component,
    ...('exporter' in component && { exporter: { enabled: true } }),
    pod: {
      ...pod,
      initContainers: pod.initContainers.map((container) => helper(container, '')),
      sidecars: pod.sidecars.map((container) =>
        helper(container, 'setInterval(() => {}, 2 ** 30)'),
      ),
    },
  };
}
