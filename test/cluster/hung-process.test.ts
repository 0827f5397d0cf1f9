import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reach, startClient } from './client-pod.ts';
import { requireDisposableCluster } from './disposable.ts';
import { get, kubectl } from './kubectl.ts';
import { deleteNamespaces, makeNamespaces, type Namespaces } from './namespaces.ts';
import { Release } from './release.ts';

requireDisposableCluster();

interface Status {
  readonly status: {
    readonly containerStatuses: readonly {
      readonly lastState: {
        readonly terminated: { readonly exitCode: number; readonly finishedAt: string };
      };
      readonly state: { readonly running: { readonly startedAt: string } };
    }[];
  };
}

let namespaces: Namespaces;
before(() => {
  namespaces = makeNamespaces('dataiku-hung');
});
after(() => deleteNamespaces(namespaces));

// Node's debugger, which the release opens on loopback, blocks the main thread for ever.
const DEBUGGER = { NODE_OPTIONS: '--inspect=127.0.0.1:9229' };
const HANG = `
  const [{ webSocketDebuggerUrl }] = await (await fetch('http://127.0.0.1:9229/json')).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  const expression = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)';
  socket.onopen = () => {
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
    socket.close();
  };`;

test('an API that hangs is killed and started again', (t) => {
  const release = new Release(namespaces);
  release.install({ api: { replicas: 1, environment: DEBUGGER } });
  startClient(namespaces.edge);
  const [pod = ''] = release.podsOf('api');
  const inPod = (...args: readonly string[]) =>
    kubectl(['--namespace', namespaces.release, ...args]);
  const hungMs = Date.now();
  inPod('exec', pod, '--', 'node', '--input-type=module', '--eval', HANG);
  const restarted = '--for=jsonpath={.status.containerStatuses[0].restartCount}=1';
  inPod('wait', '--timeout=180s', restarted, `pod/${pod}`);
  inPod('wait', '--timeout=60s', '--for=condition=Ready', `pod/${pod}`);
  t.diagnostic(`ready again after ${Math.round((Date.now() - hungMs) / 1000)} s`);
  assert.equal(reach(namespaces.edge, release.url('api', '/api/v1/time')), 200);
  const { status } = get<Status>(namespaces.release, `pod/${pod}`);
  assert.equal(status.containerStatuses[0]?.lastState.terminated.exitCode, 137);
});
