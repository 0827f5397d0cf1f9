import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { render, type Values } from './helm.ts';
import { all, find } from './kubernetes-object.ts';
import { valueSets } from './value-sets.ts';

const TESTS = {
  podSelector: {
    matchLabels: {
      'app.kubernetes.io/name': 'dataiku',
      'app.kubernetes.io/instance': 'dataiku',
      'app.kubernetes.io/component': 'test',
    },
  },
};
const DNS = { ports: [53, 53].map((port, index) => ({ port, protocol: ['UDP', 'TCP'][index] })) };

const policyOf = (component: string, values: Values = {}) =>
  find(render({ values }), 'NetworkPolicy', `dataiku-${component}`).spec;

suite('the network policy', () => {
  for (const [component, metricsPort] of [
    ['api', 'management'],
    ['frontend', 'metrics'],
  ] as const) {
    test(`lets the edge and the tests to the ${component}, Prometheus to its metrics, nobody else`, () => {
      const spec = policyOf(component);
      assert.deepEqual(spec?.policyTypes, ['Ingress', 'Egress']);
      assert.deepEqual(spec.ingress, [
        { from: [namespaces('traefik'), TESTS], ports: [{ port: 'http' }] },
        { from: [namespaces('monitoring')], ports: [{ port: metricsPort }] },
      ]);
    });

    test(`lets further peers to the ${component}, not to its metrics, and adds a mesh's port`, () => {
      const [clients, metrics, mesh] = policyOf(component, valueSets.everything)?.ingress ?? [];
      assert.deepEqual(clients?.from, [
        namespaces('traefik', 'gateways'),
        TESTS,
        { ipBlock: { cidr: '192.0.2.0/24' } },
      ]);
      assert.deepEqual(metrics?.from, [namespaces('prometheus')]);
      assert.deepEqual(mesh, valueSets.everything.networkPolicy.extraIngress[0]);
    });
  }

  test("lets in the ingress controller of k3s, which is in kube-system, and no longer traefik's", () => {
    for (const component of ['api', 'frontend']) {
      const [clients] = policyOf(component, valueSets['a laptop'])?.ingress ?? [];
      assert.deepEqual(clients?.from, [namespaces('kube-system'), TESTS]);
    }
  });

  test('lets the page reach nothing but what the values add', () => {
    assert.equal(policyOf('frontend')?.egress, undefined);
    const { extraFrontendEgress } = valueSets.everything.networkPolicy;
    assert.deepEqual(policyOf('frontend', valueSets.everything)?.egress, extraFrontendEgress);
  });

  test('lets the API reach DNS, and nothing else, while it asks no NTP server', () => {
    assert.deepEqual(policyOf('api')?.egress, [DNS]);
  });

  test('lets the API reach NTP when it asks', () => {
    const values = { clock: { ntpServers: ['time.example', '2.time.example', '[2001:db8::1]'] } };
    const ntp = { ports: [{ port: 123, protocol: 'UDP' }] };
    assert.deepEqual(policyOf('api', values)?.egress, [DNS, ntp]);
  });

  test('opens the ports of the NTP servers, each once, and what the values add', () => {
    const [, ntp, nts, further] = policyOf('api', valueSets.everything)?.egress ?? [];
    assert.deepEqual(
      ntp?.ports?.map(({ port }) => port),
      [123, 1123, 2123],
    );
    assert.deepEqual(nts?.ports, [
      { port: 4460, protocol: 'TCP' },
      { port: 14460, protocol: 'TCP' },
      { port: 123, protocol: 'UDP' },
    ]);
    assert.deepEqual(further, valueSets.everything.networkPolicy.extraApiEgress[0]);
  });

  test('is not there when it is turned off', () => {
    assert.deepEqual(all(render({ values: valueSets.minimal }), 'NetworkPolicy'), []);
  });

  test('has no rule for metrics that the page does not have', () => {
    const rules = policyOf('frontend', { frontend: { exporter: { enabled: false } } })?.ingress;
    assert.equal(rules?.length, 1);
  });
});

function namespaces(...values: readonly string[]) {
  const key = 'kubernetes.io/metadata.name';
  return { namespaceSelector: { matchExpressions: [{ key, operator: 'In', values }] } };
}
