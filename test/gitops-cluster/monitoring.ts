import { kubectl } from '../cluster/kubectl.ts';

const API =
  '/api/v1/namespaces/monitoring/services/kube-prometheus-stack-prometheus:9090/proxy/api/v1';

interface Target {
  readonly health: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Rule {
  readonly name: string;
  readonly health: 'ok' | 'err' | 'unknown';
  readonly lastError?: string;
}

/** The component of each pod of a namespace that Prometheus scrapes with success. */
export function scrapedComponents(namespace: string): readonly (string | undefined)[] {
  const { activeTargets } = ask<{ activeTargets: readonly Target[] }>('targets?state=active');
  return activeTargets
    .filter(({ health, labels }) => health === 'up' && labels.namespace === namespace)
    .map(({ labels }) => labels.component);
}

/** The rules of every namespace. */
export function rules(): readonly Rule[] {
  const { groups } = ask<{ groups: readonly { rules: readonly Rule[] }[] }>('rules');
  return groups.flatMap((group) => group.rules);
}

function ask<T>(path: string): T {
  return (JSON.parse(kubectl(['get', '--raw', `${API}/${path}`])) as { data: T }).data;
}
