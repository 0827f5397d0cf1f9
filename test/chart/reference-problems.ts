import {
  all,
  type Container,
  type KubernetesObject,
  type Labels,
  pods,
  type RunningPod,
} from './kubernetes-object.ts';

/** Every name, selector and port in the objects that refers to something that isn't there. */
export function referenceProblems(objects: readonly KubernetesObject[]): readonly string[] {
  return [
    ...podProblems(objects),
    ...selectorProblems(objects),
    ...serviceProblems(objects),
    ...networkPolicyProblems(objects),
    ...autoscalerProblems(objects),
    ...routeProblems(objects),
    ...serviceMonitorProblems(objects),
  ];
}

/** Whether the labels have what is selected by; nothing is selected by nothing. */
export function isSelected(labels: Labels, selector: Labels | undefined): boolean {
  const wanted = Object.entries(selector ?? {});
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

function podProblems(objects: readonly KubernetesObject[]): readonly string[] {
  const accounts = all(objects, 'ServiceAccount').map(({ metadata }) => metadata.name);
  return pods(objects).flatMap(({ owner, spec }) => {
    const volumes = spec.volumes?.map(({ name }) => name) ?? [];
    return [
      ...(accounts.includes(spec.serviceAccountName ?? '')
        ? []
        : [`${owner}: no ServiceAccount ${spec.serviceAccountName}`]),
      ...spec.containers.flatMap((container) => [
        ...probePorts(container)
          .filter((port) => !portNames([container]).includes(port))
          .map((port) => `${owner}: a probe of ${container.name} asks port ${port}`),
        ...(container.volumeMounts ?? [])
          .filter(({ name }) => !volumes.includes(name))
          .map(({ name }) => `${owner}: ${container.name} mounts ${name}`),
      ]),
    ];
  });
}

function selectorProblems(objects: readonly KubernetesObject[]): readonly string[] {
  const running = pods(objects);
  return [
    ...all(objects, 'Deployment'),
    ...all(objects, 'PodDisruptionBudget'),
    ...all(objects, 'Service'),
    ...all(objects, 'NetworkPolicy'),
  ].flatMap((object) => {
    const selected = running.filter(({ labels }) => isSelected(labels, selectorOf(object)));
    const owners = selected.map(({ owner }) => owner);
    return owners.length === 1
      ? []
      : [`${object.kind} ${object.metadata.name} selects [${owners.join(', ')}]`];
  });
}

function serviceProblems(objects: readonly KubernetesObject[]): readonly string[] {
  return all(objects, 'Service').flatMap((service) => {
    const names = portNames(selectedContainers(objects, selectorOf(service)));
    return (service.spec?.ports ?? [])
      .filter(({ targetPort }) => !names.includes(String(targetPort)))
      .map(
        ({ targetPort }) => `Service ${service.metadata.name}: no port ${targetPort} in its pods`,
      );
  });
}

function networkPolicyProblems(objects: readonly KubernetesObject[]): readonly string[] {
  return all(objects, 'NetworkPolicy').flatMap((policy) => {
    const names = portNames(selectedContainers(objects, selectorOf(policy)));
    const rules = policy.spec?.ingress ?? [];
    const peers = rules.flatMap(({ from }) => from ?? []);
    return [
      ...rules
        .flatMap(({ ports }) => ports ?? [])
        .filter(({ port }) => !names.includes(String(port)))
        .map(({ port }) => `NetworkPolicy ${policy.metadata.name}: no port ${port} in its pods`),
      ...peers
        .flatMap(({ podSelector }) => podSelector ?? [])
        .filter(({ matchLabels }) => selectedContainers(objects, matchLabels).length === 0)
        .map(() => `NetworkPolicy ${policy.metadata.name}: a peer that isn't there`),
    ];
  });
}

function autoscalerProblems(objects: readonly KubernetesObject[]): readonly string[] {
  return all(objects, 'HorizontalPodAutoscaler').flatMap(({ metadata, spec }) => {
    const target = spec?.scaleTargetRef.name;
    const scaled = pods(objects).find(({ owner }) => owner === `Deployment ${target}`);
    const containers = scaled?.spec.containers.map(({ name }) => name) ?? [];
    return (spec?.metrics ?? [])
      .map(({ containerResource }) => containerResource?.container ?? '')
      .filter((container) => !containers.includes(container))
      .map((container) => `autoscaler ${metadata.name}: no container ${container} in ${target}`);
  });
}

/** Where the Ingress, the HTTPRoute and the test send requests. */
function routeProblems(objects: readonly KubernetesObject[]): readonly string[] {
  const ports = all(objects, 'Service').flatMap(({ metadata, spec }) =>
    (spec?.ports ?? []).flatMap(({ name, port }) => [
      `${metadata.name}:${name}`,
      `${metadata.name}:${port}`,
    ]),
  );
  const backends = all(objects, 'Ingress')
    .flatMap(({ spec }) => spec?.rules ?? [])
    .flatMap(({ http }) => http?.paths ?? [])
    .map(({ backend }) => `${backend.service?.name}:${backend.service?.port?.name}`);
  const references = all(objects, 'HTTPRoute')
    .flatMap(({ spec }) => spec?.rules ?? [])
    .flatMap(({ backendRefs }) => backendRefs ?? [])
    .map(({ name, port }) => `${name}:${port}`);
  return [...backends, ...references]
    .filter((target) => !ports.includes(target))
    .map((target) => `no Service and port ${target}`);
}

function serviceMonitorProblems(objects: readonly KubernetesObject[]): readonly string[] {
  return all(objects, 'ServiceMonitor').flatMap(({ metadata, spec }) => {
    const scraped = all(objects, 'Service')
      .filter((service) => isSelected(service.metadata.labels ?? {}, spec?.selector.matchLabels))
      .flatMap((service) => service.spec?.ports ?? [])
      .map(({ name }) => name);
    return (spec?.endpoints ?? [])
      .filter(({ port }) => !scraped.includes(port))
      .map(({ port }) => `ServiceMonitor ${metadata.name}: no Service has a port ${port}`);
  });
}

/** What an object selects pods by: a Service by bare labels, the others by wrapped ones. */
export function selectorOf(object: KubernetesObject): Labels | undefined {
  const { spec } = object as { spec?: { selector?: unknown; podSelector?: unknown } };
  const selector = spec?.selector ?? spec?.podSelector;
  return object.kind === 'Service'
    ? (selector as Labels | undefined)
    : (selector as { matchLabels?: Labels } | undefined)?.matchLabels;
}

function selectedContainers(
  objects: readonly KubernetesObject[],
  selector: Labels | undefined,
): readonly Container[] {
  return pods(objects)
    .filter(({ labels }: RunningPod) => isSelected(labels, selector))
    .flatMap(({ spec }) => spec.containers);
}

function portNames(containers: readonly Container[]): readonly string[] {
  return containers.flatMap(({ ports }) => ports ?? []).map(({ name }) => name ?? '');
}

function probePorts({ startupProbe, readinessProbe, livenessProbe }: Container): readonly string[] {
  return [startupProbe, readinessProbe, livenessProbe]
    .filter((probe) => probe !== undefined)
    .map(({ httpGet }) => String(httpGet?.port));
}
