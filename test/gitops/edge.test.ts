import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { suite, test } from 'node:test';
import type { KubernetesObject } from '../chart/kubernetes-object.ts';
import { applicationOf, ROOT, readValues, renderRoot } from './manifests.ts';

const root = renderRoot();
const valuesOf = <T>(name: string) =>
  applicationOf(root, name).spec.source?.helm?.valuesObject as unknown as T;
const { edge } = readValues('gitops/values.yaml') as { edge: Readonly<Record<string, string>> };
const traefik = valuesOf<{
  readonly ingressClass: { readonly name: string };
  readonly service: { readonly annotations: Readonly<Record<string, string>> };
  readonly ports: {
    readonly web: { readonly http: { readonly redirections: { readonly entryPoint: object } } };
    readonly websecure: { readonly http: { readonly middlewares: readonly string[] } };
  };
  readonly tlsOptions: {
    readonly default: { readonly minVersion: string; readonly cipherSuites: readonly string[] };
  };
  readonly extraObjects: readonly KubernetesObject[];
}>('traefik');

suite('the edge', () => {
  test('sends every answer over TLS through the middlewares that are there', () => {
    const there = traefik.extraObjects.map(
      ({ metadata }) => `traefik-${metadata.name}@kubernetescrd`,
    );
    assert.deepEqual(traefik.ports.websecure.http.middlewares, there);
  });

  test('takes TLS 1.2 and newer, with forward secrecy and authenticated encryption alone', () => {
    const { minVersion, cipherSuites } = traefik.tlsOptions.default;
    assert.equal(minVersion, 'VersionTLS12');
    for (const suite of cipherSuites)
      assert.match(suite, /^TLS_ECDHE_(ECDSA|RSA)_WITH_.*(GCM|CHACHA20)/);
  });

  test('redirects to HTTPS whatever nothing else answers on port 80: the challenge goes first', () => {
    assert.deepEqual(traefik.ports.web.http.redirections.entryPoint, {
      to: 'websecure',
      scheme: 'https',
      permanent: true,
      priority: 1,
    });
  });

  test('serves the class that the issuers and the Ingresses ask', () => {
    assert.equal(traefik.ingressClass.name, edge.class);
    const issuers = execFileSync(
      'git',
      ['grep', '-h', 'ingressClassName', '--', 'gitops/platform/issuers'],
      { cwd: ROOT, encoding: 'utf8' },
    );
    assert.deepEqual(
      new Set(
        issuers
          .trim()
          .split('\n')
          .map((line) => line.trim()),
      ),
      new Set([`ingressClassName: ${edge.class}`]),
    );
  });

  test('is named in DNS by the annotation that external-dns reads', () => {
    const dns = valuesOf<Readonly<Record<string, unknown>>>('external-dns');
    assert.equal(traefik.service.annotations[`${dns.annotationPrefix}hostname`], edge.host);
    assert.deepEqual(dns.domainFilters, [edge.zone]);
    assert.deepEqual(
      [dns.policy, dns.txtOwnerId, dns.txtPrefix],
      ['sync', 'dataiku', 'external-dns-'],
    );
  });

  test('stays a CNAME while a certificate is ordered, by an Ingress that has no target', () => {
    const { labelFilter } = valuesOf<{ readonly labelFilter: string }>('external-dns');
    assert.equal(labelFilter, 'acme.cert-manager.io/http01-solver!=true');
  });
});

suite('there is one home of', () => {
  const holders = (text: string) =>
    execFileSync(
      'git',
      [
        'grep',
        '-lF',
        text,
        '--',
        'gitops',
        'charts/dataiku/templates',
        'charts/dataiku/values.yaml',
        'app',
        '.github',
        'scripts',
      ],
      { cwd: ROOT, encoding: 'utf8' },
    )
      .trim()
      .split('\n');
  const homes: readonly (readonly [string, string, string])[] = [
    [
      "the application's host",
      'host: dataiku.promoldova.org',
      'gitops/environments/production/values.yaml',
    ],
    ['the name of the load balancer', 'host: ingress.promoldova.org', 'gitops/values.yaml'],
    ['its address', 'address: 157.245.20.223', 'gitops/values.yaml'],
    [
      "production's issuer",
      'server: https://acme-v02.api',
      'gitops/platform/issuers/manifests/letsencrypt-prod.yaml',
    ],
    ['HSTS', 'stsSeconds', 'gitops/platform/traefik/values.yaml'],
    ['the repository, for Argo CD', 'repoURL: https://github.com', 'gitops/root.yaml'],
  ];
  for (const [name, text, home] of homes) test(name, () => assert.deepEqual(holders(text), [home]));
});
