import { helm } from '../chart/helm.ts';
import type { KubernetesObject } from '../chart/kubernetes-object.ts';
import { type ArgoApplication, parseObjects } from './manifests.ts';

/** The folder of the charts of others, as scripts/pull-platform-charts.sh prints it; empty: none. */
export const { CHARTS: PLATFORM_CHARTS = '' } = process.env;

/** What a chart of others makes of our values, with its CRDs. */
export function renderPlatformChart({ spec }: ArgoApplication): readonly KubernetesObject[] {
  const { chart, helm: options } = spec.source ?? {};
  const release = ['template', options?.releaseName ?? '', `${PLATFORM_CHARTS}/${chart}`];
  // What Argo CD tells Helm of the cluster.
  const versions = ['--kube-version', '1.36.1', '--api-versions', 'monitoring.coreos.com/v1'];
  const namespace = ['--namespace', spec.destination.namespace];
  const text = helm(
    [...release, ...namespace, ...versions, '--include-crds', '--values', '-'],
    options?.valuesObject,
  );
  return parseObjects(text).filter(({ apiVersion }) => apiVersion !== undefined);
}
