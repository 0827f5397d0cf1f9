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

/** The pods of a namespace that Prometheus scrapes with success, as component/pod. */
export function scrapedPods(namespace: string): readonly string[] {
  const { activeTargets } = ask<{ activeTargets: readonly Target[] }>('targets?state=active');
  return activeTargets
    .filter(({ health, labels }) => health === 'up' && labels.namespace === namespace)
    .map(({ labels }) => `${labels.component}/${labels.pod}`);
}

/** The rules of every namespace. */
export function rules(): readonly Rule[] {
  const { groups } = ask<{ groups: readonly { rules: readonly Rule[] }[] }>('rules');
  return groups.flatMap((group) => group.rules);
}

function ask<T>(path: string): T {
  return (JSON.parse(kubectl(['get', '--raw', `${API}/${path}`])) as { data: T }).data;
}
