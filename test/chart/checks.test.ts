import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { render } from './helm.ts';
import { type KubernetesObject, pods } from './kubernetes-object.ts';
import { referenceProblems } from './reference-problems.ts';
import { restrictedProblems } from './restricted-problems.ts';
import { schemaProblems } from './schema-problems.ts';
import { valueSets } from './value-sets.ts';

// The checks that the renders are held against are themselves held against seeded faults.

const good = render({ values: valueSets.everything });

/** The objects with one value changed: at `Kind/field/…`, in the first object of that kind. */
function altered(path: string, value: unknown): readonly KubernetesObject[] {
  const objects = structuredClone(good);
  const [kind, ...keys] = path.split('/');
  const last = keys.pop() ?? '';
  let parent = objects.find((object) => object.kind === kind) as unknown as Record<string, unknown>;
  for (const key of keys) parent = parent[key] as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return objects;
}

suite('the check against schemas finds', () => {
  const faults: readonly (readonly [string, string, unknown])[] = [
    ['an unknown field', 'Deployment/spec/template/spec/containers/0/imagePulPolicy', 'Always'],
    ['an unknown field of a custom resource', 'ServiceMonitor/spec/endpoints/0/intervall', '30s'],
    ['an unknown field of a route', 'HTTPRoute/spec/rules/0/backendRefs/0/portt', 80],
    ['an unknown field inside a list', 'Service/spec/ports/0/target', 'http'],
    ['a wrong type', 'Deployment/spec/minReadySeconds', '2'],
    ['a missing field', 'Deployment/spec/selector', undefined],
    ['a value that is not allowed', 'Ingress/spec/rules/0/http/paths/0/pathType', 4],
    ['an unknown version', 'Deployment/apiVersion', 'apps/v2'],
    ['an unknown kind', 'Ingress/kind', 'Egress'],
  ];
  for (const [name, path, value] of faults) {
    test(name, () => {
      assert.equal(altered(path, value).flatMap(schemaProblems).length, 1);
    });
  }
});

suite('the check of references finds', () => {
  const faults: readonly (readonly [string, string, unknown])[] = [
    ['an account that is not there', 'Deployment/spec/template/spec/serviceAccountName', 'x'],
    [
      'a probe of a port without a name',
      'Deployment/spec/template/spec/containers/0/livenessProbe/httpGet/port',
      'web',
    ],
    [
      'a volume that is not there',
      'Deployment/spec/template/spec/containers/0/volumeMounts',
      [{ name: 'x', mountPath: '/x' }],
    ],
    ['a budget for nothing', 'PodDisruptionBudget/spec/selector/matchLabels/x', 'y'],
    ['a Service for everything', 'Service/spec/selector', { 'app.kubernetes.io/name': 'dataiku' }],
    ['a Service to a port that is not there', 'Service/spec/ports/0/targetPort', 'web'],
    ['a policy for a port that is not there', 'NetworkPolicy/spec/ingress/0/ports/0/port', 'web'],
    [
      'a policy for a peer that is not there',
      'NetworkPolicy/spec/ingress/0/from/1/podSelector/matchLabels/x',
      'y',
    ],
    [
      'an autoscaler of a container that is not there',
      'HorizontalPodAutoscaler/spec/metrics/0/containerResource/container',
      'x',
    ],
    [
      'an Ingress to a port that is not there',
      'Ingress/spec/rules/0/http/paths/0/backend/service/port/name',
      'web',
    ],
    ['a route to a Service that is not there', 'HTTPRoute/spec/rules/0/backendRefs/0/name', 'x'],
    ['a monitor of a port that is not there', 'ServiceMonitor/spec/endpoints/0/port', 'web'],
  ];
  for (const [name, path, value] of faults) {
    test(name, () => {
      assert.equal(referenceProblems(altered(path, value)).length, 1);
    });
  }
});

suite('the check of pod security finds', () => {
  const container = 'Deployment/spec/template/spec/containers/0';
  const faults: readonly (readonly [string, string, unknown])[] = [
    ['the host network', 'Deployment/spec/template/spec/hostNetwork', true],
    ['a host path', 'Deployment/spec/template/spec/volumes', [{ name: 'x', hostPath: {} }]],
    ['a sysctl', 'Deployment/spec/template/spec/securityContext/sysctls', [{ name: 'x' }]],
    ['no seccomp profile', 'Deployment/spec/template/spec/securityContext/seccompProfile', {}],
    ['root', 'Deployment/spec/template/spec/securityContext/runAsNonRoot', false],
    ['user 0', `${container}/securityContext/runAsUser`, 0],
    ['privilege', `${container}/securityContext/privileged`, true],
    ['privilege escalation', `${container}/securityContext/allowPrivilegeEscalation`, undefined],
    ['kept capabilities', `${container}/securityContext/capabilities/drop`, ['NET_RAW']],
    ['added capabilities', `${container}/securityContext/capabilities/add`, ['SYS_TIME']],
    ['a host port', `${container}/ports/0/hostPort`, 80],
    ['a probe of another host', `${container}/livenessProbe/httpGet/host`, '192.0.2.1'],
    ['an unmasked /proc', `${container}/securityContext/procMount`, 'Unmasked'],
  ];
  for (const [name, path, value] of faults) {
    test(name, () => {
      assert.notDeepEqual(pods(altered(path, value)).flatMap(restrictedProblems), []);
    });
  }
});
