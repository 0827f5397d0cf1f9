import { spawn } from 'node:child_process';
import { imageOf } from './images.ts';
import { kubectl, ROOT, run } from './kubectl.ts';
import { restrictedPod } from './restricted-pod.ts';

const SCRIPTS = `${ROOT}test/cluster/in-pod`;

interface Client {
  readonly name?: string;
  /** The API's, which has Node. */
  readonly image?: string;
  /** The certificate, in PEM, of an authority that it trusts beside those of the web. */
  readonly authority?: string;
}

/** Starts a pod that does nothing by itself and runs the scripts of in-pod/, under `restricted`. */
export function startClient(namespace: string, client: Client = {}): void {
  const { name = 'client', image = imageOf('dataiku-api'), authority } = client;
  const existing = run('kubectl', ['get', '--namespace', namespace, 'configmap', 'scripts']);
  if (existing.status !== 0) {
    const files = [`--from-file=${SCRIPTS}`, `--from-literal=authority.pem=${authority ?? ''}`];
    kubectl(['create', '--namespace', namespace, 'configmap', 'scripts', ...files]);
  }
  const trust = { name: 'NODE_EXTRA_CA_CERTS', value: '/scripts/authority.pem' };
  const pod = restrictedPod(name, {
    container: {
      image,
      command: ['node', '--eval', 'setInterval(() => {}, 2 ** 30)'],
      env: authority === undefined ? [] : [trust],
      volumeMounts: [{ name: 'scripts', mountPath: '/scripts' }],
    },
    spec: {
      activeDeadlineSeconds: 3600,
      volumes: [{ name: 'scripts', configMap: { name: 'scripts' } }],
    },
  });
  kubectl(['create', '--namespace', namespace, '-f', '-'], JSON.stringify(pod));
  const ready = ['--for=condition=Ready', '--timeout=120s', `pod/${name}`];
  kubectl(['wait', '--namespace', namespace, ...ready]);
}

/** The status of the answer to a request from a client; none when there is no answer. */
export function reach(namespace: string, url: string, client = 'client'): number | 'none' {
  const answer = runScript('reach.ts', namespace, url, client);
  return answer === 'none' ? answer : Number(answer);
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Serial number of the server's certificate, which is trusted; null without TLS. */
  readonly serial: string | null;
}

/** The answer to a request from a client, which follows no redirect. */
export function answerTo(namespace: string, url: string): Answer {
  return JSON.parse(runScript('answer.ts', namespace, url)) as Answer;
}

/** Starts the load in a client; it goes on until its standard input ends, for half an hour at most. */
export function startLoadProcess(namespace: string, targets: readonly string[]) {
  const script = ['node', '/scripts/load.ts', ...targets];
  return spawn('kubectl', ['exec', '--stdin', '--namespace', namespace, 'client', '--', ...script]);
}

function runScript(script: string, namespace: string, url: string, client = 'client'): string {
  const command = ['node', `/scripts/${script}`, url];
  return kubectl(['exec', '--namespace', namespace, client, '--', ...command]).trim();
}
