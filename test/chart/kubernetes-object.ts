import assert from 'node:assert/strict';
import { HTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { type IPod, Pod } from 'kubernetes-models/v1/Pod';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';

/** The kinds that the chart may render: what validates an object, and what it is typed as. */
export const kinds = {
  ConfigMap,
  Deployment,
  HTTPRoute,
  HorizontalPodAutoscaler,
  Ingress,
  NetworkPolicy,
  Pod,
  PodDisruptionBudget,
  PrometheusRule,
  Service,
  ServiceAccount,
  ServiceMonitor,
} as const;

type Kind = keyof typeof kinds;
type ObjectOf<K extends Kind> = InstanceType<(typeof kinds)[K]>;

/** An object as Helm rendered it; only what every one has is known. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

export type Labels = Readonly<Record<string, string>>;
export type PodSpec = NonNullable<IPod['spec']>;
export type Container = PodSpec['containers'][number];

/** A pod as it will run: of a Deployment's template, or by itself. */
export interface RunningPod {
  readonly owner: string;
  readonly labels: Labels;
  readonly spec: PodSpec;
}

/** All objects of a kind. */
export function all<K extends Kind>(
  objects: readonly KubernetesObject[],
  kind: K,
): readonly (ObjectOf<K> & KubernetesObject)[] {
  return objects.filter((object): object is ObjectOf<K> & KubernetesObject => object.kind === kind);
}

/** The one object of this kind and name. */
export function find<K extends Kind>(
  objects: readonly KubernetesObject[],
  kind: K,
  name: string,
): ObjectOf<K> & KubernetesObject {
  const found = all(objects, kind).filter((object) => object.metadata.name === name);
  assert.equal(found.length, 1, `${found.length} objects are the ${kind} ${name}`);
  return found[0] as ObjectOf<K> & KubernetesObject;
}

/** Every pod that the objects make. */
export function pods(objects: readonly KubernetesObject[]): readonly RunningPod[] {
  const templates = all(objects, 'Deployment').map(({ metadata, spec }) => ({
    owner: `Deployment ${metadata.name}`,
    labels: spec?.template.metadata?.labels ?? {},
    spec: spec?.template.spec as PodSpec,
  }));
  const single = all(objects, 'Pod').map(({ metadata, spec }) => ({
    owner: `Pod ${metadata.name}`,
    labels: metadata.labels ?? {},
    spec: spec as PodSpec,
  }));
  return [...templates, ...single];
}

/** The pod of one component: api, frontend or test. */
export function podOf(objects: readonly KubernetesObject[], component: string): RunningPod {
  const found = pods(objects).filter(
    ({ labels }) => labels['app.kubernetes.io/component'] === component,
  );
  assert.equal(found.length, 1, `${found.length} pods are the ${component}'s`);
  return found[0] as RunningPod;
}

/** The container of this name. */
export function containerOf(pod: RunningPod, name: string): Container {
  const container = pod.spec.containers.find((candidate) => candidate.name === name);
  assert.ok(container !== undefined, `${pod.owner} has no container ${name}`);
  return container;
}
