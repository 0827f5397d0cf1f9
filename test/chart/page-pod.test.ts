import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { render } from './helm.ts';
import { containerOf, find, podOf } from './kubernetes-object.ts';
import { valueSets } from './value-sets.ts';

suite("the page's pod", () => {
  const pod = podOf(render(), 'frontend');
  const nginx = containerOf(pod, 'nginx');

  test('runs nginx as 101, within 32 MiB, with a /tmp to write to', () => {
    assert.equal(pod.spec.securityContext?.runAsUser, 101);
    assert.deepEqual(nginx.resources?.limits, { memory: '32Mi' });
    assert.deepEqual(nginx.volumeMounts, [{ name: 'tmp', mountPath: '/tmp' }]);
    assert.deepEqual(pod.spec.volumes, [{ name: 'tmp', emptyDir: { sizeLimit: '16Mi' } }]);
  });

  test('is probed by /healthz', () => {
    for (const probe of [nginx.startupProbe, nginx.readinessProbe, nginx.livenessProbe]) {
      assert.deepEqual(probe?.httpGet, { path: '/healthz', port: 'http' });
    }
  });

  test('lives until nginx has closed its kept connections', () => {
    const path = new URL('../../app/frontend/nginx/nginx.conf', import.meta.url);
    const [, kept] = /keepalive_min_timeout (\d+)s;/.exec(readFileSync(path, 'utf8')) ?? [];
    const preStop = nginx.lifecycle?.preStop?.sleep?.seconds ?? 0;
    assert.ok(preStop + Number(kept) < (pod.spec.terminationGracePeriodSeconds ?? 0));
  });

  test("has an exporter that reads nginx's status on loopback", () => {
    const exporter = containerOf(pod, 'exporter');
    assert.deepEqual(exporter.args, ['--nginx.scrape-uri=http://127.0.0.1:8081/stub_status']);
    assert.deepEqual(exporter.ports, [{ name: 'metrics', containerPort: 9113 }]);
  });

  test('does without the exporter, and its port, when told so', () => {
    const objects = render({ values: valueSets.minimal });
    const containers = podOf(objects, 'frontend').spec.containers.map(({ name }) => name);
    assert.deepEqual(containers, ['nginx']);
    const { spec } = find(objects, 'Service', 'dataiku-frontend');
    assert.deepEqual(
      spec?.ports?.map(({ name }) => name),
      ['http'],
    );
  });
});
