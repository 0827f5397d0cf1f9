import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { render } from './helm.ts';
import { containerOf, find, podOf } from './kubernetes-object.ts';
import { valueSets } from './value-sets.ts';

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
      // Without a cluster to look into: its least.
      assert.equal(deployment.spec?.replicas, component === 'api' ? 2 : 3);
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
