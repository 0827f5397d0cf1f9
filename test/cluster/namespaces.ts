import { kubectl } from './kubectl.ts';

/** Namespaces of one test file. All enforce Pod Security `restricted`. */
export interface Namespaces {
  /** Holds the release. */
  readonly release: string;
  /** In the ingress controller's place. */
  readonly edge: string;
  /** In Prometheus's place. */
  readonly monitoring: string;
  /** Nobody whom a policy lets in. */
  readonly stranger: string;
}

const LEVELS = ['enforce', 'warn', 'audit'].map((mode) => [
  `pod-security.kubernetes.io/${mode}`,
  'restricted',
]);

/** Makes the namespaces; what an earlier run has left of them goes first. */
export function makeNamespaces(name: string): Namespaces {
  const namespaces = namespacesOf(name);
  deleteNamespaces(namespaces, true);
  const items = Object.values(namespaces).map((namespace) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace, labels: Object.fromEntries(LEVELS) },
  }));
  kubectl(['create', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return namespaces;
}

/** Removes them with all that is in them. */
export function deleteNamespaces(namespaces: Namespaces, wait = false): void {
  const names = Object.values(namespaces);
  kubectl(['delete', 'namespace', '--ignore-not-found', `--wait=${wait}`, ...names]);
}

function namespacesOf(name: string): Namespaces {
  return {
    release: name,
    edge: `${name}-edge`,
    monitoring: `${name}-monitoring`,
    stranger: `${name}-stranger`,
  };
}
