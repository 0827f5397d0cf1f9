import type { KubernetesObject } from '../chart/kubernetes-object.ts';
import { type ArgoApplication, type ArgoProject, sourcesOf } from './manifests.ts';

/** Kinds of the cluster, not of a namespace, as far as anything here makes them. */
const CLUSTER_KINDS = [
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'PriorityClass',
  'ValidatingWebhookConfiguration',
];

/** What an Application has or makes that its project doesn't allow, as Argo CD would decide. */
export function projectProblems(
  application: ArgoApplication,
  project: ArgoProject | undefined,
  objects: readonly KubernetesObject[],
): readonly string[] {
  const { name } = application.metadata;
  if (project === undefined) return [`${name}: there is no project ${application.spec.project}`];
  const { destination } = application.spec;
  return [
    ...sourcesOf(application)
      .filter(({ repoURL }) => !project.spec.sourceRepos.includes(repoURL))
      .map(({ repoURL }) => `${name}: ${repoURL} is no source of its project`),
    ...(allowsNamespace(project, destination.namespace)
      ? []
      : [`${name}: ${destination.namespace} is no destination of its project`]),
    ...objects
      .filter((object) => !allowsObject(project, object, destination.namespace))
      .map(
        ({ kind, metadata }) => `${name}: its project allows no ${kind} such as ${metadata.name}`,
      ),
  ];
}

function allowsObject(project: ArgoProject, object: KubernetesObject, namespace: string): boolean {
  const { clusterResourceWhitelist, namespaceResourceWhitelist = [] } = project.spec;
  const group = object.apiVersion.includes('/') ? object.apiVersion.split('/')[0] : '';
  const allows = (list: readonly { group: string; kind: string }[]) =>
    list.some((allowed) => allowed.group === group && allowed.kind === object.kind);
  if (CLUSTER_KINDS.includes(object.kind)) return allows(clusterResourceWhitelist);
  const { namespace: own = namespace } = object.metadata as { namespace?: string };
  return allows(namespaceResourceWhitelist) && allowsNamespace(project, own);
}

function allowsNamespace(project: ArgoProject, namespace: string): boolean {
  return project.spec.destinations.some((destination) => destination.namespace === namespace);
}
