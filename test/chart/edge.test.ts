import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { render, type Values } from './helm.ts';
import { all, find } from './kubernetes-object.ts';
import { valueSets } from './value-sets.ts';

const ON = { host: 'time.example', ingress: { enabled: true } };
const ingressOf = (values: Values = ON) => find(render({ values }), 'Ingress', 'dataiku');

suite('the Ingress', () => {
  test('sends /api to the API and everything else to the page', () => {
    const paths = ingressOf().spec?.rules?.[0]?.http?.paths;
    assert.deepEqual(paths, [
      {
        path: '/api',
        pathType: 'Prefix',
        backend: { service: { name: 'dataiku-api', port: { name: 'http' } } },
      },
      {
        path: '/',
        pathType: 'Prefix',
        backend: { service: { name: 'dataiku-frontend', port: { name: 'http' } } },
      },
    ]);
  });

  test('is not there until it is asked for', () => {
    assert.deepEqual(all(render(), 'Ingress'), []);
  });

  test("is served by the cluster's default class, without TLS, until it is told otherwise", () => {
    const { metadata, spec } = ingressOf();
    assert.equal(metadata.annotations, undefined);
    assert.deepEqual(Object.keys(spec ?? {}), ['rules']);
    assert.deepEqual(Object.keys(spec?.rules?.[0] ?? {}), ['host', 'http']);
  });

  test('in production has a certificate, a record that points to the edge, and the given class', () => {
    const { metadata, spec } = ingressOf(valueSets.production);
    assert.deepEqual(metadata.annotations, {
      'cert-manager.io/cluster-issuer': 'letsencrypt-prod',
      'external-dns.kubernetes.io/target': 'ingress.promoldova.org',
      'traefik.ingress.kubernetes.io/router.middlewares': 'edge-hsts@kubernetescrd',
    });
    assert.equal(spec?.ingressClassName, 'traefik');
    assert.equal(spec.rules?.[0]?.host, 'dataiku.promoldova.org');
    assert.deepEqual(spec.tls, [{ hosts: ['dataiku.promoldova.org'], secretName: 'dataiku-tls' }]);
  });

  test('answers to several names, below a path', () => {
    const { spec } = ingressOf(valueSets.everything);
    const names = ['dataiku.promoldova.org', 'time.example'];
    assert.deepEqual(spec?.tls?.[0]?.hosts, names);
    assert.deepEqual(
      spec?.rules?.map(({ host, http }) => [host, http?.paths.map(({ path }) => path)]),
      names.map((name) => [name, ['/clock/api', '/clock']]),
    );
  });

  test("takes the controller's certificate when none is named", () => {
    const { spec } = ingressOf(valueSets["the controller's certificate"]);
    assert.deepEqual(spec?.tls, [{ hosts: ['time.example'] }]);
  });

  test('uses a certificate that is there already, without asking cert-manager', () => {
    const { metadata, spec } = ingressOf(valueSets['a certificate of its own']);
    assert.equal(metadata.annotations, undefined);
    assert.deepEqual(spec?.tls, [{ hosts: ['time.example'], secretName: 'time-example' }]);
  });
});

suite('the Ingress for plain HTTP', () => {
  const plainOf = (values: Values) => find(render({ values }), 'Ingress', 'dataiku-plain-http');

  test('leads to the paths of other time APIs alone, without TLS', () => {
    const { metadata, spec } = plainOf(valueSets.production);
    const entryPoints = 'traefik.ingress.kubernetes.io/router.entrypoints';
    assert.deepEqual(metadata.annotations, { [entryPoints]: 'web' });
    assert.equal(spec?.tls, undefined);
    assert.equal(spec?.ingressClassName, 'traefik');
    const paths = spec?.rules?.[0]?.http?.paths ?? [];
    for (const { path, backend } of paths) {
      assert.match(String(path), /^\/api\/(timezone|ip|time|conversion|utctiming|timesync)$/);
      assert.equal(backend.service?.name, 'dataiku-api');
    }
    assert.equal(paths.length, 6);
  });

  test('is there on request only, and never without the Ingress', () => {
    for (const ingress of [{ enabled: true }, { plainHttp: { enabled: true } }]) {
      const ingresses = all(render({ values: { host: 'time.example', ingress } }), 'Ingress');
      assert.ok(ingresses.every(({ metadata }) => metadata.name === 'dataiku'));
    }
  });

  test('serves all names, below the base path', () => {
    const [first, second] = plainOf(valueSets.everything).spec?.rules ?? [];
    assert.deepEqual([first?.host, second?.host], ['dataiku.promoldova.org', 'time.example']);
    assert.equal(second?.http?.paths[0]?.path, '/clock/api/timezone');
  });
});

suite('the HTTPRoute', () => {
  const { everything } = valueSets;

  test('routes the same paths to the same Services as the Ingress', () => {
    const objects = render({ values: everything });
    const fromIngress = (
      find(objects, 'Ingress', 'dataiku').spec?.rules?.[0]?.http?.paths ?? []
    ).map(({ path, backend }) => [path, backend.service?.name]);
    const fromRoute = (find(objects, 'HTTPRoute', 'dataiku').spec?.rules ?? []).map(
      ({ matches, backendRefs }) => [matches?.[0]?.path?.value, backendRefs?.[0]?.name],
    );
    assert.deepEqual(fromRoute, fromIngress);
  });

  test('belongs to the given Gateways, for the given names alone', () => {
    const { spec, metadata } = find(render({ values: everything }), 'HTTPRoute', 'dataiku');
    assert.deepEqual(spec?.parentRefs, everything.gateway.parentRefs);
    assert.deepEqual(spec?.hostnames, ['dataiku.promoldova.org', 'time.example']);
    assert.deepEqual(metadata.annotations, { team: 'time' });
  });

  test('stands alone where there is no Ingress', () => {
    const objects = render({ values: valueSets['gateway only'] });
    assert.deepEqual(all(objects, 'Ingress'), []);
    assert.equal(all(objects, 'HTTPRoute').length, 1);
  });
});

suite('the Services', () => {
  const objects = render();

  test('have the API on 80 and its management port as metrics', () => {
    assert.deepEqual(find(objects, 'Service', 'dataiku-api').spec?.ports, [
      { name: 'http', port: 80, targetPort: 'http' },
      { name: 'metrics', port: 9464, targetPort: 'management' },
    ]);
  });

  test("have the page on 80 and the exporter's port as metrics", () => {
    assert.deepEqual(find(objects, 'Service', 'dataiku-frontend').spec?.ports, [
      { name: 'http', port: 80, targetPort: 'http' },
      { name: 'metrics', port: 9113, targetPort: 'metrics' },
    ]);
  });

  test('are not reached from outside but through the edge, which never sees the metrics', () => {
    for (const service of all(objects, 'Service')) assert.equal(service.spec?.type, 'ClusterIP');
    const edge = render({ values: valueSets.everything }).filter(
      ({ metadata }) => metadata.labels?.['app.kubernetes.io/component'] === 'edge',
    );
    assert.equal(edge.length, 3);
    assert.doesNotMatch(JSON.stringify(edge), /metrics|management|9464|9113/);
  });
});
