import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../chart/kubernetes-object.ts';
import { applicationOf, readManifests, readValues, renderAll, renderRoot } from './manifests.ts';

const root = renderRoot();

for (const environment of ['production', 'staging']) {
  suite(`the environment ${environment}`, () => {
    const objects = renderAll(applicationOf(root, `dataiku-${environment}`));
    const ingress = objects.find(({ kind }) => kind === 'Ingress') as unknown as Record<
      string,
      never
    >;
    const { host } = readValues(`gitops/environments/${environment}/values.yaml`) as {
      host: string;
    };

    test('holds nothing but differences', () => {
      const common = readValues('gitops/environments/values.yaml');
      const defaults = readValues('charts/dataiku/values.yaml');
      const own = readValues(`gitops/environments/${environment}/values.yaml`);
      assert.deepEqual(repeated(own, common), []);
      assert.deepEqual(repeated(own, defaults), []);
      assert.deepEqual(repeated(common, defaults), []);
    });

    test('has its name at the edge over TLS alone', () => {
      const { metadata, spec } = ingress as unknown as {
        metadata: { annotations: Record<string, string> };
        spec: { ingressClassName: string; rules: { host: string }[]; tls: { hosts: string[] }[] };
      };
      const { edge } = readValues('gitops/values.yaml') as { edge: Record<string, string> };
      assert.deepEqual(
        spec.rules.map((rule) => rule.host),
        [host],
      );
      assert.deepEqual(spec.tls[0]?.hosts, [host]);
      assert.equal(spec.ingressClassName, edge.class);
      assert.equal(
        metadata.annotations['traefik.ingress.kubernetes.io/router.entrypoints'],
        'websecure',
      );
      assert.ok(host.endsWith(`.${edge.zone}`));
    });

    test('makes its name a CNAME to the load balancer, by each Ingress that has it', () => {
      const { edge } = readValues('gitops/values.yaml') as { edge: Record<string, string> };
      // One without would have external-dns make an A record of the name, and no CNAME.
      for (const { kind, metadata } of objects.filter((object) => object.kind === 'Ingress')) {
        const target = metadata.annotations?.['external-dns.kubernetes.io/target'];
        assert.equal(target, edge.host, `${kind} ${metadata.name}`);
      }
    });

    test('asks an issuer that is there', () => {
      const issuers = readManifests('gitops/platform/issuers/manifests').map(
        ({ metadata }) => metadata.name,
      );
      const { annotations } = (ingress as unknown as KubernetesObject).metadata;
      assert.ok(issuers.includes(annotations?.['cert-manager.io/cluster-issuer'] ?? ''));
    });

    test('is scraped by the Prometheus of the platform', () => {
      const monitor = objects.find(({ kind }) => kind === 'ServiceMonitor');
      const release = applicationOf(root, 'kube-prometheus-stack').spec.source?.helm?.releaseName;
      assert.equal(monitor?.metadata.labels?.release, release);
    });
  });
}

test('an environment takes the images by the tag of the chart until the pipeline wrote digests', () => {
  const { info } = applicationOf(root, 'dataiku-production').spec;
  assert.match(info?.[0]?.value ?? '', /by tag: the pipeline has written no digests yet/);
});

/** The fields of a file that say what another one says already. */
function repeated(values: unknown, others: unknown, path = ''): readonly string[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    return isDeepStrictEqual(values, others) ? [path] : [];
  return Object.entries(values).flatMap(([key, value]) =>
    repeated(value, (others as Record<string, unknown> | undefined)?.[key], `${path}/${key}`),
  );
}
