import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { valueSets } from '../chart/value-sets.ts';
import { reach, startClient } from './client-pod.ts';
import { requireDisposableCluster } from './disposable.ts';
import { kubectl } from './kubectl.ts';
import { deleteNamespaces, makeNamespaces, type Namespaces } from './namespaces.ts';
import { policiesHold, sealedClient } from './network-policies.ts';
import { COMPONENTS, Release } from './release.ts';
import { missing } from './skip.ts';

requireDisposableCluster();

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

  test('leaves nothing when it is uninstalled', () => {
    release.uninstall();
    assert.deepEqual(release.objects(), []);
  });
});

suite('a release with every optional value', () => {
  // All but images of a mirror that isn't there, and what the kinds of node and CRD decide.
  const { global: _, spread: __, test: ___, ...everything } = valueSets.everything;
  const groups = () => kubectl(['api-versions']);
  const values = () => ({
    ...everything,
    gateway: { ...everything.gateway, enabled: groups().includes('gateway.networking.k8s.io/v1') },
    serviceMonitor: { enabled: groups().includes('monitoring.coreos.com/v1') },
    prometheusRule: { enabled: groups().includes('monitoring.coreos.com/v1') },
    ingress: { ...everything.ingress, tls: { enabled: true, secretName: 'none' } },
  });

  test('gets ready, with as many pods as the autoscaler wants at least', () => {
    const { stderr } = release.install(values());
    assert.equal(stderr, '');
    for (const component of COMPONENTS) assert.ok(release.replicasOf(component) >= 3);
  });

  test('leaves nothing when it is uninstalled', () => {
    release.uninstall();
    assert.deepEqual(release.objects(), []);
  });
});
