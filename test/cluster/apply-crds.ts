// Applies the CRDs of the platform's charts to the cluster of the current context: `make cluster-crds`.
import { applications, renderRoot } from '../gitops/manifests.ts';
import { renderPlatformChart } from '../gitops/platform-charts.ts';
import { requireDisposableCluster } from './disposable.ts';
import { kubectl } from './kubectl.ts';

requireDisposableCluster();
const items = applications(renderRoot())
  .filter(({ spec }) => spec.source?.chart !== undefined)
  .flatMap(renderPlatformChart)
  .filter(({ kind }) => kind === 'CustomResourceDefinition');
const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
// Not client-side: the larger ones don't fit into its annotation.
process.stdout.write(kubectl(['apply', '--server-side', '-f', '-'], list));
