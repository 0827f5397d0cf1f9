import { kubectl } from '../cluster/kubectl.ts';
import { restrictedPod } from '../cluster/restricted-pod.ts';

/** A server beside the platform. Its name is also that of its namespace, its pod and its Service. */
interface Server {
  readonly name: string;
  /** The first one answers once it is ready. */
  readonly ports: readonly number[];
  /** Id of the user that its image expects. */
  readonly user?: number;
  readonly container: object;
  /** The pod's volumes. */
  readonly volumes: readonly object[];
  /** Further objects of the namespace. */
  readonly objects?: readonly object[];
}

/** Starts a server and waits until it is ready. Its namespace is there already. */
export function startServer({ name, ports, user, container, volumes, objects = [] }: Server) {
  const readinessProbe = { tcpSocket: { port: ports[0] }, periodSeconds: 1 };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: {
      clusterIP: 'None',
      selector: { app: name },
      ports: ports.map((port) => ({ name: `port-${port}`, port })),
    },
  };
  const spec = { volumes };
  const pod = restrictedPod(name, { container: { ...container, readinessProbe }, spec, user });
  const list = { apiVersion: 'v1', kind: 'List', items: [...objects, service, pod] };
  kubectl(['create', '--namespace', name, '-f', '-'], JSON.stringify(list));
  const ready = ['--for=condition=Ready', '--timeout=120s', `pod/${name}`];
  kubectl(['wait', '--namespace', name, ...ready]);
}

/** Makes a namespace that enforces Pod Security `restricted`. */
export function makeNamespace(name: string): void {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
  kubectl(['create', '-f', '-'], JSON.stringify(namespace));
}
