import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { startClient } from './client-pod.ts';
import { requireDisposableCluster } from './disposable.ts';
import { kubectl, runMeanwhile } from './kubectl.ts';
import { assertLossless, printTable } from './load.ts';
import { deleteNamespaces, makeNamespaces, type Namespaces } from './namespaces.ts';
import { COMPONENTS, type Component, Release } from './release.ts';

requireDisposableCluster();

let namespaces: Namespaces;
let release: Release;
before(() => {
  namespaces = makeNamespaces('dataiku-load');
  release = new Release(namespaces);
  release.install();
  startClient(namespaces.edge);
});
after(() => {
  printTable();
  deleteNamespaces(namespaces);
});

suite('no request fails, on kept and on new connections, during', () => {
  for (const component of COMPONENTS) {
    lossless(`a rolling update of the ${component}`, () => restart(component));
    lossless(`the deletion of a pod of the ${component}`, () => deletePod(component));
    lossless(`the eviction of each pod of the ${component}`, () => evictEach(component));
  }
  lossless('scaling to 4 pods and back to 2', async () => {
    await release.upgrade({ api: { replicas: 4 }, frontend: { replicas: 4 } });
    await release.upgrade();
  });
  lossless('an upgrade', () => release.upgrade(changed));
  lossless('a rollback', () => release.rollback());
  lossless('autoscaling switched on, which keeps 3 pods', async () => {
    await release.upgrade({ api: { replicas: 3 }, frontend: { replicas: 3 } });
    await release.upgrade({ api: autoscaled, frontend: autoscaled }, []);
    for (const component of COMPONENTS) assert.equal(release.replicasOf(component), 3);
  });
  lossless('an upgrade of an autoscaled release, which keeps its 4 pods', async () => {
    // In the autoscaler's place, whose choice the load doesn't decide.
    for (const component of COMPONENTS) await scale(component, 4);
    const values = { ...autoscaled, pod: { annotations: { upgraded: 'true' } } };
    await release.upgrade({ api: values, frontend: values }, []);
    for (const component of COMPONENTS) assert.equal(release.replicasOf(component), 4);
  });
  lossless('a rolling update of single pods', async () => {
    // The autoscaler owns the number of pods until it is taken from it.
    const single = { api: { replicas: 1 }, frontend: { replicas: 1 } };
    await release.upgrade(single, ['--force-conflicts', '--wait']);
    for (const component of COMPONENTS) await restart(component);
  });
});

const changed = {
  api: { environment: { LOG_LEVEL: 'warn' } },
  frontend: { pod: { annotations: { upgraded: 'true' } } },
};
const autoscaled = { autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 4 } };

function lossless(name: string, disturb: () => Promise<unknown>): void {
  test(name, () => {
    const targets = [release.url('api', '/api/v1/time'), release.url('frontend', '/')] as const;
    return assertLossless(name, namespaces.edge, targets, async () => {
      await disturb();
      for (const component of COMPONENTS) await release.settled(component);
    });
  });
}

async function restart(component: Component): Promise<void> {
  await inRelease('rollout', 'restart', `deployment/dataiku-${component}`);
}

async function deletePod(component: Component): Promise<void> {
  await inRelease('delete', 'pod', release.podsOf(component)[0] ?? '');
}

async function scale(component: Component, replicas: number): Promise<void> {
  await inRelease('scale', `deployment/dataiku-${component}`, `--replicas=${replicas}`);
}

/** As a drain does: each pod, once the budget allows it. */
async function evictEach(component: Component): Promise<void> {
  for (const name of release.podsOf(component)) {
    const allowed = ['--for=jsonpath={.status.disruptionsAllowed}=1', '--timeout=120s'];
    await inRelease('wait', ...allowed, `pdb/dataiku-${component}`);
    const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name } };
    const path = `/api/v1/namespaces/${release.namespace}/pods/${name}/eviction`;
    kubectl(['create', '--raw', path, '-f', '-'], JSON.stringify(eviction));
    await release.settled(component);
  }
}

function inRelease(...args: readonly string[]): Promise<string> {
  return runMeanwhile('kubectl', ['--namespace', release.namespace, ...args]);
}
