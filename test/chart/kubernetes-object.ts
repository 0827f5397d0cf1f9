import assert from 'node:assert/strict';
import type { HTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import type { PodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor';
import type { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import type { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import type { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import type { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import type { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import type { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import type { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import type { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import type { IPod, Pod } from 'kubernetes-models/v1/Pod';
import type { Service } from 'kubernetes-models/v1/Service';
import type { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';

/** The kinds that the chart may render. */
interface Kinds {
  ConfigMap: ConfigMap;
  Deployment: Deployment;
  HTTPRoute: HTTPRoute;
  HorizontalPodAutoscaler: HorizontalPodAutoscaler;
  Ingress: Ingress;
  NetworkPolicy: NetworkPolicy;
  Pod: Pod;
  PodDisruptionBudget: PodDisruptionBudget;
  PodMonitor: PodMonitor;
  PrometheusRule: PrometheusRule;
  Service: Service;
  ServiceAccount: ServiceAccount;
  ServiceMonitor: ServiceMonitor;
}

type Kind = keyof Kinds;

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
type PodSpec = NonNullable<IPod['spec']>;
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
): readonly (Kinds[K] & KubernetesObject)[] {
  return objects.filter((object): object is Kinds[K] & KubernetesObject => object.kind === kind);
}

/** The one object of this kind and name. */
export function find<K extends Kind>(
  objects: readonly KubernetesObject[],
  kind: K,
  name: string,
): Kinds[K] & KubernetesObject {
  const found = all(objects, kind).filter((object) => object.metadata.name === name);
  assert.equal(found.length, 1, `${found.length} objects are the ${kind} ${name}`);
  return found[0] as Kinds[K] & KubernetesObject;
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

/** What an object selects pods by: a Service by bare labels, the others by wrapped ones. */
export function selectorOf(object: KubernetesObject): Labels | undefined {
  const { spec } = object as { spec?: { selector?: unknown; podSelector?: unknown } };
  const selector = spec?.selector ?? spec?.podSelector;
  return object.kind === 'Service'
    ? (selector as Labels | undefined)
    : (selector as { matchLabels?: Labels } | undefined)?.matchLabels;
}

/** Whether the labels have what is selected by; nothing is selected by nothing. */
export function isSelected(labels: Labels, selector: Labels | undefined): boolean {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}
