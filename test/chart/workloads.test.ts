import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readConfig } from '../../app/api/src/config.ts';
import { type RenderOptions, render, type Values } from './helm.ts';
import { containerOf, find, podOf, pods } from './kubernetes-object.ts';
import { DIGEST, valueSets } from './value-sets.ts';

const COMPONENTS = [
  { component: 'api', container: 'api' },
  { component: 'frontend', container: 'nginx' },
] as const;

for (const { component, container } of COMPONENTS) {
  suite(`the Deployment of the ${component}`, () => {
    const objects = render();
    const { spec } = find(objects, 'Deployment', `dataiku-${component}`);
    const pod = podOf(objects, component);

    test('runs two pods', () => assert.equal(spec?.replicas, 2));

    test('never has fewer pods than that while it rolls out', () => {
      assert.deepEqual(spec?.strategy, {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      });
    });

    test('selects its pods by labels that never change', () => {
      const labels = {
        'app.kubernetes.io/name': 'dataiku',
        'app.kubernetes.io/instance': 'dataiku',
        'app.kubernetes.io/component': component,
      };
      assert.deepEqual(spec?.selector, { matchLabels: labels });
      assert.deepEqual(pod.labels, labels);
    });

    test('spreads its pods over nodes and zones, each revision by itself', () => {
      const constraints = pod.spec.topologySpreadConstraints ?? [];
      assert.deepEqual(
        constraints.map(({ topologyKey }) => topologyKey),
        ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'],
      );
      for (const constraint of constraints) {
        assert.equal(constraint.maxSkew, 1);
        assert.equal(constraint.whenUnsatisfiable, 'ScheduleAnyway');
        assert.deepEqual(constraint.labelSelector, spec?.selector);
        assert.deepEqual(constraint.matchLabelKeys, ['pod-template-hash']);
      }
    });

    test('lets one pod go at a time, and never waits for one that is not ready', () => {
      const budget = find(objects, 'PodDisruptionBudget', `dataiku-${component}`);
      assert.deepEqual(budget.spec, {
        maxUnavailable: 1,
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector: spec?.selector,
      });
    });

    test('leaves the number of pods to the autoscaler when there is one', () => {
      const scaled = render({ values: valueSets.autoscaled });
      const deployment = find(scaled, 'Deployment', `dataiku-${component}`);
      assert.ok(deployment.spec !== undefined && !('replicas' in deployment.spec));
      const autoscaler = find(scaled, 'HorizontalPodAutoscaler', `dataiku-${component}`);
      assert.deepEqual(autoscaler.spec?.scaleTargetRef, {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: `dataiku-${component}`,
      });
      assert.deepEqual(autoscaler.spec.metrics?.[0]?.containerResource, {
        name: 'cpu',
        container,
        target: { type: 'Utilization', averageUtilization: component === 'api' ? 70 : 60 },
      });
    });

    test('serves on by a sleep of the kubelet, without a shell, before it is told to stop', () => {
      const sleep = containerOf(pod, container).lifecycle?.preStop?.sleep?.seconds ?? 0;
      assert.ok(sleep >= 5);
      assert.ok(sleep < (pod.spec.terminationGracePeriodSeconds ?? 0));
    });
  });
}

suite("the API's container", () => {
  const pod = podOf(render(), 'api');
  const api = containerOf(pod, 'api');

  test('is probed on the management port, and ready is not the same as alive', () => {
    const { startupProbe, readinessProbe, livenessProbe } = api;
    assert.deepEqual(startupProbe?.httpGet, { path: '/readyz', port: 'management' });
    assert.deepEqual(readinessProbe?.httpGet, { path: '/readyz', port: 'management' });
    assert.deepEqual(livenessProbe?.httpGet, { path: '/livez', port: 'management' });
    assert.deepEqual(
      api.ports?.map(({ name, containerPort }) => [name, containerPort]),
      [
        ['http', 8080],
        ['management', 9464],
      ],
    );
  });

  test('runs as 65532, within 256 MiB, and is never throttled', () => {
    assert.equal(pod.spec.securityContext?.runAsUser, 65_532);
    assert.deepEqual(api.resources?.limits, { memory: '256Mi' });
  });

  test('is named after its pod', () => {
    assert.deepEqual(api.env?.[0], {
      name: 'INSTANCE',
      valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
    });
  });

  test('ends by itself before the kubelet kills it', () => {
    const { STOP_LIMIT_SECONDS, DRAIN_SECONDS } = configOf({});
    const sleep = api.lifecycle?.preStop?.sleep?.seconds ?? 0;
    assert.ok(DRAIN_SECONDS < STOP_LIMIT_SECONDS);
    assert.ok(sleep + STOP_LIMIT_SECONDS < (pod.spec.terminationGracePeriodSeconds ?? 0));
  });

  test('takes every setting that the chart gives it by itself', () => {
    const { TRUST_PROXY, ...config } = configOf({});
    assert.equal(config.INSTANCE, 'dataiku-api-7f9c-x2x');
    assert.equal(config.CLOCK_SOURCES, 'auto');
    assert.match(TRUST_PROXY ?? '', /^10\.0\.0\.0\/8,.*,fc00::\/7$/);
  });

  test('takes every setting that the values can give it', () => {
    const config = configOf({
      api: {
        shutdown: { drainSeconds: 7, limitSeconds: 20 },
        trustedProxies: ['10.0.0.0/8', 'fd00::/8'],
        environment: { LOG_LEVEL: 'warn', LOG_SLOW_MS: '1000' },
      },
      clock: {
        sources: ['ntp', 'kernel'],
        ntpServers: ['time.example', 'ntp.example:1123', '[2001:db8::1]:123'],
        ntpPollSeconds: 32,
        maxBoundMs: 60_000,
        kernelAllowanceUs: 10_000_000,
      },
    });
    const { DRAIN_SECONDS, STOP_LIMIT_SECONDS, TRUST_PROXY, LOG_LEVEL, LOG_SLOW_MS } = config;
    assert.deepEqual([DRAIN_SECONDS, STOP_LIMIT_SECONDS], [7, 20]);
    assert.equal(TRUST_PROXY, '10.0.0.0/8,fd00::/8');
    assert.deepEqual([LOG_LEVEL, LOG_SLOW_MS], ['warn', 1000]);
    assert.equal(config.CLOCK_SOURCES, 'ntp,kernel');
    assert.equal(config.NTP_SERVERS, 'time.example,ntp.example:1123,[2001:db8::1]:123');
    assert.equal(config.NTP_POLL_SECONDS, 32);
    assert.equal(config.CLOCK_MAX_BOUND_MS, 60_000);
    assert.equal(config.CLOCK_KERNEL_ALLOWANCE_US, 10_000_000);
  });

  test('keeps its own defaults where a value is null, and its allowance of zero', () => {
    assert.deepEqual(Object.keys(environmentOf({})).sort(), [
      'CLOCK_SOURCES',
      'DRAIN_SECONDS',
      'INSTANCE',
      'STOP_LIMIT_SECONDS',
      'TRUST_PROXY',
    ]);
    const { CLOCK_KERNEL_ALLOWANCE_US } = environmentOf({ clock: { kernelAllowanceUs: 0 } });
    assert.equal(CLOCK_KERNEL_ALLOWANCE_US, '0');
  });
});

suite("the page's pod", () => {
  const pod = podOf(render(), 'frontend');
  const nginx = containerOf(pod, 'nginx');

  test('runs nginx as 101, within 32 MiB, with a /tmp to write to', () => {
    assert.equal(nginx.securityContext?.runAsUser, 101);
    assert.deepEqual(nginx.resources?.limits, { memory: '32Mi' });
    assert.deepEqual(nginx.volumeMounts, [{ name: 'tmp', mountPath: '/tmp' }]);
    assert.deepEqual(pod.spec.volumes, [{ name: 'tmp', emptyDir: { sizeLimit: '16Mi' } }]);
  });

  test('is probed by /healthz', () => {
    for (const probe of [nginx.startupProbe, nginx.readinessProbe, nginx.livenessProbe]) {
      assert.deepEqual(probe?.httpGet, { path: '/healthz', port: 'http' });
    }
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

suite('images', () => {
  const image = (values: Values, component: string) =>
    podOf(render({ values }), component).spec.containers[0]?.image;

  test("have the chart's version as their tag", () => {
    assert.equal(image({}, 'api'), 'ghcr.io/dataiku-assessment/dataiku-api:0.1.0');
    assert.equal(image({}, 'frontend'), 'ghcr.io/dataiku-assessment/dataiku-frontend:0.1.0');
  });

  test('are taken by digest where there is one, whatever the tag', () => {
    const values = { api: { image: { tag: '9.9.9', digest: DIGEST } } };
    assert.equal(image(values, 'api'), `ghcr.io/dataiku-assessment/dataiku-api@${DIGEST}`);
  });

  test('all come from the mirror when there is one, with its credentials', () => {
    const running = pods(render({ values: valueSets.everything }));
    for (const { owner, spec } of running) {
      assert.deepEqual(spec.imagePullSecrets, [{ name: 'mirror' }, { name: '0123' }], owner);
      for (const container of spec.containers) {
        assert.match(container.image ?? '', /^mirror\.example:5000\//, owner);
      }
    }
  });
});

function environmentOf(values: Values): Record<string, string> {
  const options: RenderOptions = { values };
  const { env = [] } = containerOf(podOf(render(options), 'api'), 'api');
  return Object.fromEntries(env.map(({ name, value }) => [name, value ?? 'dataiku-api-7f9c-x2x']));
}

/** What the API makes of the environment that the chart gives it. */
function configOf(values: Values) {
  return readConfig(environmentOf(values));
}
