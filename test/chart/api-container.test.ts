import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readConfig } from '../../app/api/src/config.ts';
import { render, type Values } from './helm.ts';
import { containerOf, podOf } from './kubernetes-object.ts';

suite("the API's container", () => {
  const pod = podOf(render(), 'api');
  const api = containerOf(pod, 'api');

  test('is probed on the management port, and ready is not the same as alive', () => {
    const { startupProbe, readinessProbe, livenessProbe } = api;
    assert.deepEqual(startupProbe?.httpGet, { path: '/readyz', port: 'management' });
    assert.deepEqual(readinessProbe?.httpGet, { path: '/readyz', port: 'management' });
    assert.deepEqual(livenessProbe?.httpGet, { path: '/livez', port: 'management' });
    assert.equal(livenessProbe?.terminationGracePeriodSeconds, 5);
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
        ntsServers: ['nts.example', '[2001:db8::2]:14460'],
        ntsAuthorities: { secret: 'authorities' },
        ntpPollSeconds: 32,
        maxBoundMs: 60_000,
        kernelAllowanceUs: 10_000_000,
      },
    });
    const { DRAIN_SECONDS, STOP_LIMIT_SECONDS, TRUST_PROXY, LOG_LEVEL, LOG_SLOW_MS } = config;
    assert.deepEqual([DRAIN_SECONDS, STOP_LIMIT_SECONDS], [7, 20]);
    assert.equal(TRUST_PROXY, '10.0.0.0/8,fd00::/8');
    assert.deepEqual([LOG_LEVEL, LOG_SLOW_MS], ['warn', 1000]);
    assert.deepEqual(config.CLOCK_SOURCES, ['ntp', 'kernel']);
    assert.deepEqual(
      config.NTP_SERVERS?.map(({ name }) => name),
      ['time.example', 'ntp.example:1123', '[2001:db8::1]:123'],
    );
    assert.deepEqual(
      config.NTS_SERVERS?.map(({ name }) => name),
      ['nts.example', '[2001:db8::2]:14460'],
    );
    assert.equal(config.NTS_CA_FILE, '/etc/nts-authorities/ca.crt');
    assert.equal(config.NTP_POLL_SECONDS, 32);
    assert.equal(config.CLOCK_MAX_BOUND_MS, 60_000);
    assert.equal(config.CLOCK_KERNEL_ALLOWANCE_US, 10_000_000);
  });

  for (const [kind, volume] of [
    ['configMap', { configMap: { name: 'authorities' } }],
    ['secret', { secret: { secretName: 'authorities' } }],
  ] as const) {
    test(`reads the authorities of NTS from a ${kind}`, () => {
      const clock = { ntsServers: ['nts.example'], ntsAuthorities: { [kind]: 'authorities' } };
      const pod = podOf(render({ values: { clock } }), 'api');
      assert.deepEqual(pod.spec.volumes, [{ name: 'nts-authorities', ...volume }]);
      assert.deepEqual(containerOf(pod, 'api').volumeMounts, [
        { name: 'nts-authorities', mountPath: '/etc/nts-authorities', readOnly: true },
      ]);
    });
  }

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

function environmentOf(values: Values): Record<string, string> {
  const { env = [] } = containerOf(podOf(render({ values }), 'api'), 'api');
  return Object.fromEntries(env.map(({ name, value }) => [name, value ?? 'dataiku-api-7f9c-x2x']));
}

/** What the API makes of the environment that the chart gives it. */
function configOf(values: Values) {
  return readConfig(environmentOf(values));
}
