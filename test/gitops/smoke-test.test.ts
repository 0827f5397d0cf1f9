import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import type { Container } from '../chart/kubernetes-object.ts';
import { applicationOf, renderAll, renderRoot, valuesOf } from './manifests.ts';

const root = renderRoot();
const HOST = 'dataiku.promoldova.org';

interface SmokeTest {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: {
    readonly activeDeadlineSeconds: number;
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
}

function smokeTest(environment: string) {
  const objects = renderAll(applicationOf(root, `dataiku-${environment}`));
  const job = objects.find(({ kind }) => kind === 'Job') as unknown as SmokeTest;
  const [container] = job.spec.template.spec.containers;
  assert.ok(container !== undefined);
  const { activeDeadlineSeconds: deadlineSeconds } = job.spec;
  return { annotations: job.metadata.annotations, container, deadlineSeconds };
}

/** A server at the edge with a certificate for the host, that only `certificate` vouches for. */
async function edge(t: TestContext, status: number, body: string) {
  const folder = mkdtempSync(join(tmpdir(), 'edge-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-x509'];
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  const options = { key: readFileSync(key), cert: readFileSync(certificate) };
  const asked: (string | undefined)[] = [];
  const server = createServer(options, (request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const { port } = server.address() as { port: number };
  return { address: `127.0.0.1:${port}`, certificate, asked };
}

/** Runs the Job's container as the kubelet would, once, against another address of the edge. */
async function run(container: Container, address: string, environment: Record<string, string>) {
  const [command = '', ...args] = [...(container.command ?? []), ...(container.args ?? [])];
  assert.equal(command, 'node');
  const [targets = '', attempts = '', ...rest] = args.reverse();
  assert.ok(Number(attempts) > 1);
  const all = JSON.parse(targets) as { name: string; answer: string }[];
  const list = all
    .filter(({ name, answer }) => name === 'the Ingress' && answer === 'time')
    .map((target) => ({ ...target, address }));
  const own = Object.fromEntries(
    (container.env ?? []).map(({ name, value = '' }) => [name, value]),
  );
  const child = spawn(process.execPath, [...rest.reverse(), '1', JSON.stringify(list)], {
    env: { ...own, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.resume();
  const [code] = await once(child, 'close');
  return code as number;
}

suite('the smoke test after a sync', () => {
  const { annotations, container, deadlineSeconds } = smokeTest('production');

  test('is a hook that fails the sync', () => {
    // Argo CD takes Helm's for its own PostSync, unless an object has a hook of Argo CD's.
    assert.match(annotations['helm.sh/hook'] ?? '', /post-upgrade/);
    const objects = renderAll(applicationOf(root, 'dataiku-production'));
    assert.doesNotMatch(JSON.stringify(objects), /argocd\.argoproj\.io\/hook/);
  });

  test('and a rollout that makes no progress fail well before Argo CD ends the sync', () => {
    const { configs } = valuesOf(applicationOf(root, 'argocd')) as {
      configs: { params: Record<string, string> };
    };
    const timeoutSeconds = Number(configs.params['controller.sync.timeout.seconds']);
    const [rollout] = renderAll(applicationOf(root, 'dataiku-production')).filter(
      ({ kind }) => kind === 'Deployment',
    );
    const progressSeconds = (rollout as unknown as { spec: Record<string, number> }).spec
      .progressDeadlineSeconds as number;
    // A fix waits for one attempt at most: both are minutes, not the default of ten.
    assert.ok(deadlineSeconds <= 300);
    assert.ok(progressSeconds <= 180);
    assert.ok(2 * (deadlineSeconds + progressSeconds) < timeoutSeconds);
  });

  test('runs the image that was deployed', () => {
    const objects = renderAll(applicationOf(root, 'dataiku-production'));
    assert.ok(
      JSON.stringify(objects.filter(({ kind }) => kind === 'Deployment')).includes(
        `"${container.image}"`,
      ),
    );
  });

  test('asks the edge within the cluster, by the name of the environment', () => {
    const targets = JSON.parse(container.args?.at(-1) ?? '[]') as Record<string, string>[];
    const [target] = targets.filter(({ name }) => name === 'the Ingress');
    assert.equal(target?.url, `https://${HOST}/api/v1/time`);
    assert.equal(target?.address, 'traefik.traefik.svc:443');
  });

  test('passes when the time is told', async (t) => {
    const { address, certificate, asked } = await edge(t, 200, '{"now":"2026-11-23T05:07:02Z"}');
    assert.equal(await run(container, address, { NODE_EXTRA_CA_CERTS: certificate }), 0);
    assert.deepEqual(asked, [`${HOST}/api/v1/time`]);
  });

  test('fails when the edge has nothing behind it', async (t) => {
    const { address, certificate } = await edge(t, 502, 'Bad Gateway');
    assert.equal(await run(container, address, { NODE_EXTRA_CA_CERTS: certificate }), 1);
  });

  test('fails when the answer tells no time', async (t) => {
    const { address, certificate } = await edge(t, 200, '{}');
    assert.equal(await run(container, address, { NODE_EXTRA_CA_CERTS: certificate }), 1);
  });

  test('fails in production when nobody vouches for the certificate, and not in staging', async (t) => {
    const { address } = await edge(t, 200, '{"now":"2026-11-23T05:07:02Z"}');
    assert.equal(await run(container, address, {}), 1);
    assert.equal(await run(smokeTest('staging').container, address, {}), 0);
  });
});
