import type { Container, PodSpec, RunningPod } from './kubernetes-object.ts';

/** Volumes that the standard allows. */
const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/**
 * What the Pod Security Standard `restricted` has against a pod, control by control.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function restrictedProblems({ owner, spec }: RunningPod): readonly string[] {
  const containers = [
    ...(spec.initContainers ?? []),
    ...spec.containers,
    ...((spec.ephemeralContainers ?? []) as unknown as Container[]),
  ];
  return [
    ...podProblems(spec),
    ...containers.flatMap((container) =>
      containerProblems(container, spec).map((problem) => `${container.name}: ${problem}`),
    ),
  ].map((problem) => `${owner}: ${problem}`);
}

function podProblems(spec: PodSpec): readonly string[] {
  const { securityContext: context, volumes = [] } = spec;
  const volumeKinds = volumes.flatMap((volume) =>
    Object.keys(volume).filter((key) => key !== 'name'),
  );
  return problems({
    'host namespaces': spec.hostNetwork || spec.hostPID || spec.hostIPC,
    'Windows host process': context?.windowsOptions?.hostProcess,
    sysctls: (context?.sysctls ?? []).length > 0,
    'SELinux options': context?.seLinuxOptions !== undefined,
    'an unconfined AppArmor profile': context?.appArmorProfile?.type === 'Unconfined',
    'volume types': volumeKinds.some((kind) => !VOLUMES.includes(kind)),
    'user 0': context?.runAsUser === 0,
  });
}

function containerProblems(container: Container, spec: PodSpec): readonly string[] {
  const { securityContext: own, lifecycle } = container;
  const seccomp = own?.seccompProfile?.type ?? spec.securityContext?.seccompProfile?.type;
  const handlers = [
    container.startupProbe,
    container.readinessProbe,
    container.livenessProbe,
    lifecycle?.preStop,
    lifecycle?.postStart,
  ].filter((handler) => handler !== undefined);
  return problems({
    privileged: own?.privileged,
    'Windows host process': own?.windowsOptions?.hostProcess,
    'host ports': (container.ports ?? []).some(({ hostPort }) => (hostPort ?? 0) !== 0),
    'a probe of another host': handlers.some(
      ({ httpGet, tcpSocket }) => (httpGet?.host ?? tcpSocket?.host) !== undefined,
    ),
    'SELinux options': own?.seLinuxOptions !== undefined,
    'an unconfined AppArmor profile': own?.appArmorProfile?.type === 'Unconfined',
    'an unmasked /proc': (own?.procMount ?? 'Default') !== 'Default',
    'privilege escalation': own?.allowPrivilegeEscalation !== false,
    'may run as root': (own?.runAsNonRoot ?? spec.securityContext?.runAsNonRoot) !== true,
    'user 0': own?.runAsUser === 0,
    'no seccomp profile': seccomp !== 'RuntimeDefault' && seccomp !== 'Localhost',
    'capabilities kept': !own?.capabilities?.drop?.includes('ALL'),
    'capabilities added': own?.capabilities?.add?.some((name) => name !== 'NET_BIND_SERVICE'),
  });
}

function problems(controls: Readonly<Record<string, boolean | undefined>>): readonly string[] {
  return Object.keys(controls).filter((name) => controls[name]);
}
