import { spawn } from 'node:child_process';
import { imageOf } from './images.ts';
import { kubectl, ROOT, run } from './kubectl.ts';

const SCRIPTS = `${ROOT}test/cluster/in-pod`;

/** Starts a pod that does nothing by itself and runs the scripts of in-pod/, under `restricted`. */
export function startClient(namespace: string, name = 'client'): void {
  const existing = run('kubectl', ['get', '--namespace', namespace, 'configmap', 'scripts']);
  if (existing.status !== 0) {
    kubectl(['create', '--namespace', namespace, 'configmap', 'scripts', `--from-file=${SCRIPTS}`]);
  }
  kubectl(['create', '--namespace', namespace, '-f', '-'], JSON.stringify(podOf(name)));
  const ready = ['--for=condition=Ready', '--timeout=120s', `pod/${name}`];
  kubectl(['wait', '--namespace', namespace, ...ready]);
}

/** The status of the answer to a request from a client; none when there is no answer. */
export function reach(namespace: string, url: string, client = 'client'): number | 'none' {
  const script = ['node', '/scripts/reach.ts', url];
  const answer = kubectl(['exec', '--namespace', namespace, client, '--', ...script]).trim();
  return answer === 'none' ? answer : Number(answer);
}

/** Starts the load in a client; it goes on until its standard input ends, for ten minutes at most. */
export function startLoadProcess(namespace: string, targets: readonly string[]) {
  const script = ['node', '/scripts/load.ts', ...targets];
  return spawn('kubectl', ['exec', '--stdin', '--namespace', namespace, 'client', '--', ...script]);
}

function podOf(name: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app: name } },
    spec: {
      activeDeadlineSeconds: 3600,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 1,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 65_532,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name: 'client',
          image: imageOf('dataiku-api'),
          imagePullPolicy: 'IfNotPresent',
          command: ['node', '--eval', 'setInterval(() => {}, 2 ** 30)'],
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          volumeMounts: [{ name: 'scripts', mountPath: '/scripts' }],
        },
      ],
      volumes: [{ name: 'scripts', configMap: { name: 'scripts' } }],
    },
  };
}
