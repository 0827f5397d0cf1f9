import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { answerTo, startClient } from '../cluster/client-pod.ts';
import { requireDisposableCluster } from '../cluster/disposable.ts';
import { get, kubectl, ROOT, run, runMeanwhile } from '../cluster/kubectl.ts';
import { assertLossless, printTable } from '../cluster/load.ts';
import { COMPONENTS, HELM, Release } from '../cluster/release.ts';
import { blocksOf } from '../docs/blocks.ts';
import { applications as applicationsOf, readValues, renderRoot } from '../gitops/manifests.ts';
import { ACME_SERVER, acmeAuthority, startAcmeServer } from './acme-server.ts';
import { Applications } from './applications.ts';
import { giveAddress, pointAtEdge } from './edge.ts';
import { eventually } from './eventually.ts';
import { GIT_SERVER, startGitServer } from './git-server.ts';
import { loadedImages } from './loaded-images.ts';
import { type Rule, rules, scrapedComponents } from './monitoring.ts';
import { makeNamespace } from './server.ts';
import { WorkTree } from './work-tree.ts';

requireDisposableCluster();

const PRODUCTION = 'dataiku-production';
const STAGING = 'dataiku-staging';
const ENVIRONMENTS = [PRODUCTION, STAGING];
const VISITORS = 'visitors';
const { edge } = readValues('gitops/values.yaml') as unknown as {
  readonly edge: { readonly host: string; readonly address: string };
};
const host = hostOf('production');
const stagingHost = hostOf('staging');
const page = `https://${host}/`;
const time = `https://${host}/api/v1/time`;
/** One rule of the chart, and one of gitops/. */
const RULES = ['DataikuComponentDown', 'ApplicationNotSynced'];
const rendered = applicationsOf(renderRoot());
const release = new Release({ release: PRODUCTION, edge: 'traefik', monitoring: 'monitoring' });

let present: readonly string[];
let images: readonly string[];
let tree: WorkTree;
let applications: Applications;
before(async () => {
  images = await loadedImages();
  pointAtEdge([host, stagingHost]);
  for (const name of [GIT_SERVER, ACME_SERVER, VISITORS]) makeNamespace(name);
  present = objects();
});
after(() => {
  printTable();
  applications?.close();
  tree?.close();
});

suite('all that Argo CD brings in', () => {
  test('needs Argo CD alone, whose installation can be repeated', () => {
    for (const _ of ['first', 'second']) {
      const { status, stdout, stderr } = run('make', ['argocd']);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /Argo CD is installed/);
    }
  });

  test('comes wave after wave, until each Application is synced and healthy', async (t) => {
    startGitServer();
    startAcmeServer();
    makeLogin();
    tree = new WorkTree();
    await tree.deploy('Bring in everything');
    applications = new Applications();
    const startMs = Date.now();
    kubectl(['apply', '-f', tree.path('gitops/root.yaml')]);
    await giveAddress(edge.address);
    const all = rendered.map(({ metadata }) => metadata.name).sort();
    await applications.until(() => all.every((name) => applications.isHealthy(name)), 20);
    t.diagnostic(`everything is healthy after ${Math.round((Date.now() - startMs) / 1000)} s`);
    assert.deepEqual(applications.names(), all);
    assert.deepEqual(applications.tooEarly, []);
  });

  test('has a certificate for each host', () => {
    for (const namespace of ENVIRONMENTS) {
      const certificate = ['--namespace', namespace, 'certificate/dataiku-tls'];
      kubectl(['wait', '--for=condition=Ready', '--timeout=1s', ...certificate]);
    }
  });

  test('passes its smoke tests, through the edge', () => {
    for (const name of ENVIRONMENTS)
      assert.equal(applications.hookOf(name, 'dataiku-smoke-test'), 'Succeeded');
  });

  test('answers visitors over TLS, and without it on the paths of other time APIs alone', () => {
    startClient(VISITORS, { image: images[0] ?? '', authority: acmeAuthority() });
    for (const url of [page, time, `https://${stagingHost}/`]) {
      const { status, headers } = answerTo(VISITORS, url);
      assert.equal(status, 200, url);
      assert.equal(headers['strict-transport-security'], 'max-age=63072000', url);
    }
    const plain = answerTo(VISITORS, `http://${host}/`);
    assert.deepEqual([plain.status, plain.headers.location], [301, page]);
    assert.equal(answerTo(VISITORS, `http://${host}/api/timezone/Etc/UTC`).status, 200);
  });

  test('is scraped pod by pod, and every rule is evaluated without an error', async (t) => {
    const scraped = () => [...scrapedComponents(PRODUCTION)].sort();
    assert.deepEqual(await eventually(scraped, ({ length }) => length === 4, 3), [
      'api',
      'api',
      'frontend',
      'frontend',
    ]);
    const isLoaded = (all: readonly Rule[]) =>
      RULES.every((name) => all.some((rule) => rule.name === name));
    const areFine = (all: readonly Rule[]) => all.every(({ health }) => health === 'ok');
    // Some are evaluated every three minutes.
    const evaluated = await eventually(rules, (all) => isLoaded(all) && areFine(all), 6);
    t.diagnostic(`${evaluated.length} rules`);
    assert.deepEqual(
      evaluated.filter(({ health }) => health !== 'ok'),
      [],
    );
    assert.ok(isLoaded(evaluated));
  });

  test('has its names in the DNS, each host as a CNAME of the edge', async () => {
    const wanted = [
      `${host} CNAME ${edge.host}`,
      `${stagingHost} CNAME ${edge.host}`,
      `${edge.host} A ${edge.address}`,
    ].sort();
    const created = () => [...dnsChanges('CREATE')].sort();
    assert.deepEqual(await eventually(created, ({ length }) => length === 3, 3), wanted);
    assert.deepEqual(dnsChanges('DELETE'), []);
  });
});

suite('from then on', () => {
  lossless('what is changed by hand is set right', async () => {
    const deployment = ['--namespace', PRODUCTION, 'deployment/dataiku-api'];
    kubectl(['scale', '--replicas=1', ...deployment]);
    kubectl(['wait', '--for=jsonpath={.spec.replicas}=2', '--timeout=120s', ...deployment]);
  });

  lossless('images by their digests are rolled out', async () => {
    await deploy('Take the images by their digests', images);
    for (const [n, component] of COMPONENTS.entries()) {
      const pods = release.imagesOf(component);
      assert.ok(
        pods.every((containers) => containers.includes(images[n] ?? '')),
        component,
      );
    }
  });

  lossless('an image that does not exist takes nothing down, and lets the fix in', async () => {
    const missing = images.map((image, n) => image.replace(/[0-9a-f]{64}$/, `${n}`.repeat(64)));
    await tree.deploy('Take images that do not exist', missing);
    for (const name of ENVIRONMENTS) refresh(name);
    await applications.until(() => applications.healthOf(PRODUCTION) === 'Degraded', 8);
    await deploy('Go back to the images that exist', images);
  });

  lossless('a renewed certificate is served', async () => {
    const serial = () => answerTo(VISITORS, page).serial;
    const before = serial();
    renew(PRODUCTION);
    assert.notEqual(await eventually(serial, (now) => now !== before, 2), before);
  });

  test('an environment whose folder is deleted goes, with its record', async () => {
    tree.remove('gitops/environments/staging');
    await tree.deploy('Delete staging', images);
    refresh('root');
    await applications.until(() => !applications.names().includes(STAGING), 10);
    kubectl(['wait', '--for=delete', '--timeout=300s', `namespace/${STAGING}`]);
    const deleted = await eventually(
      () => dnsChanges('DELETE'),
      ({ length }) => length > 0,
      3,
    );
    assert.deepEqual(deleted, [`${stagingHost} CNAME ${edge.host}`]);
    assert.equal(answerTo(VISITORS, page).status, 200);
  });

  test('the commands of the documentation take everything away but the CRDs', async () => {
    const deployment = readFileSync(`${ROOT}docs/deployment.md`, 'utf8');
    const [, section = ''] = deployment.split('## Take everything away');
    const [commands] = blocksOf(section);
    assert.match(commands?.text ?? '', /helm uninstall argocd/);
    const script = `helm() { ${HELM} "$@"; }\n${commands?.text}`;
    // A finalizer that nobody takes away would hold them for ever.
    await runMeanwhile('timeout', ['900', 'bash', '-e', '-c', script]);
    assert.deepEqual(
      objects().filter((object) => !present.includes(object)),
      [],
    );
    kubectl(['get', 'crd', 'applications.argoproj.io', 'certificates.cert-manager.io']);
  });
});

/** While visitors ask, on connections that they keep and on new ones. */
function lossless(name: string, change: () => Promise<void>): void {
  test(`${name}, and no request fails`, () =>
    assertLossless(name, VISITORS, [time, page], async () => {
      await change();
      for (const component of COMPONENTS) await release.settled(component);
    }));
}

/** Deploys the tree, and waits until both environments run it. */
async function deploy(message: string, images: readonly string[]): Promise<void> {
  const commit = await tree.deploy(message, images);
  for (const name of ENVIRONMENTS) refresh(name);
  const isThere = () => ENVIRONMENTS.every((name) => applications.isHealthy(name, commit));
  await applications.until(isThere, 8);
}

/** Makes Argo CD look at git now, as a webhook would. */
function refresh(name: string): void {
  const now = 'argocd.argoproj.io/refresh=normal';
  kubectl(['annotate', '--namespace=argocd', '--overwrite', `application/${name}`, now]);
}

/** Has a certificate issued anew, as cmctl does. */
function renew(namespace: string): void {
  const { status } = get<{ status: { conditions: readonly object[] } }>(
    namespace,
    'certificate/dataiku-tls',
  );
  const issuing = { type: 'Issuing', status: 'True', reason: 'ManuallyTriggered', message: '' };
  const patch = { status: { conditions: [...status.conditions, issuing] } };
  const certificate = ['certificate/dataiku-tls', '--namespace', namespace, '--subresource=status'];
  kubectl(['patch', ...certificate, '--type=merge', '--patch', JSON.stringify(patch)]);
}

/** What is in the cluster, and the Services of its own namespace: all but CRDs, as kind/name. */
function objects(): readonly string[] {
  const kinds = kubectl(['api-resources', '--namespaced=false', '--verbs=list', '--output=name'])
    .trim()
    .split('\n')
    // What nodes, the API server and a provisioner of volumes make by themselves.
    .filter(
      (kind) => !/^(apiservices|customresourcedefinitions|nodes|persistentvolumes)\b/.test(kind),
    );
  const found = kubectl(['get', kinds.join(','), '--output=name']);
  const services = kubectl(['get', 'services', '--namespace=kube-system', '--output=name']);
  return `${found}${services}`.trim().split('\n');
}

/** What external-dns created or deleted, as name, type and target. */
function dnsChanges(kind: 'CREATE' | 'DELETE'): readonly string[] {
  const log = kubectl(['logs', '--namespace=external-dns', 'deployment/external-dns']);
  const changes = log.matchAll(/"msg":"(\w+): (\S+) \d+ IN (A|CNAME) +(\S+) /g);
  return [...changes]
    .filter(([, change]) => change === kind)
    .map(([, , ...record]) => record.join(' '));
}

/** Grafana's login, as docs/deployment.md has people make it. */
function makeLogin(): void {
  kubectl(['create', 'namespace', 'monitoring']);
  const login = ['--from-literal=admin-user=admin', '--from-literal=admin-password=disposable'];
  kubectl(['create', 'secret', 'generic', 'grafana-admin', '--namespace=monitoring', ...login]);
}

function hostOf(environment: string): string {
  return String(readValues(`gitops/environments/${environment}/values.yaml`).host);
}
