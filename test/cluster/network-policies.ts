import { reach, startClient } from './client-pod.ts';
import { kubectl } from './kubectl.ts';

const CLIENT = 'sealed';

/** Starts a client that a policy of its own lets reach nothing. */
export function sealedClient(namespace: string): void {
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: CLIENT },
    spec: { podSelector: { matchLabels: { app: CLIENT } }, policyTypes: ['Egress'] },
  };
  kubectl(['create', '--namespace', namespace, '-f', '-'], JSON.stringify(policy));
  startClient(namespace, { name: CLIENT });
}

/** Whether the cluster's network enforces NetworkPolicies: many accept them and do nothing. */
export function policiesHold(namespace: string): boolean {
  // Plain HTTP gets an answer from the API server, if only a refusal.
  return reach(namespace, 'http://kubernetes.default.svc:443/', CLIENT) === 'none';
}
