import type { Values } from './helm.ts';

/** A digest that looks like one. */
export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const production = {
  host: 'dataiku.promoldova.org',
  api: { image: { digest: DIGEST }, trustedProxies: ['10.0.0.0/8', 'fd00::/8'] },
  frontend: { image: { digest: DIGEST } },
  ingress: {
    enabled: true,
    className: 'traefik',
    annotations: {
      'external-dns.kubernetes.io/target': 'ingress.promoldova.org',
      'traefik.ingress.kubernetes.io/router.middlewares': 'edge-hsts@kubernetescrd',
    },
    tls: { enabled: true, clusterIssuer: 'letsencrypt-prod' },
    plainHttp: {
      enabled: true,
      annotations: { 'traefik.ingress.kubernetes.io/router.entrypoints': 'web' },
    },
  },
  serviceMonitor: { enabled: true, labels: { release: 'kube-prometheus-stack' } },
  prometheusRule: { enabled: true, labels: { release: 'kube-prometheus-stack' } },
  dashboards: { enabled: true },
} as const satisfies Values;

const minimal = {
  api: { replicas: 1 },
  frontend: { replicas: 1, exporter: { enabled: false } },
  networkPolicy: { enabled: false },
} as const satisfies Values;

const autoscaling = { enabled: true, minReplicas: 3, maxReplicas: 5, targetCpuPercent: 60 };

/** Every value of a component's pods, each another than the default. */
const component = {
  environment: {
    LOG_LEVEL: 'warn',
    NODE_NAME: { valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  },
  service: {
    annotations: { 'cloud.google.com/neg': '{"ingress": true}' },
    ipFamilyPolicy: 'PreferDualStack',
    ipFamilies: ['IPv4'],
  },
  serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/time' } },
  revisionHistoryLimit: 1,
  podSecurityContext: { fsGroup: 1000 },
  securityContext: { privileged: false },
  pod: {
    labels: { team: 'time' },
    annotations: { team: 'time' },
    nodeSelector: { 'node.kubernetes.io/instance-type': 'small' },
    tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'time', effect: 'NoSchedule' }],
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 1,
            podAffinityTerm: {
              topologyKey: 'kubernetes.io/hostname',
              labelSelector: { matchLabels: { team: 'time' } },
            },
          },
        ],
      },
    },
    topologySpreadConstraints: [
      {
        topologyKey: 'kubernetes.io/hostname',
        maxSkew: 2,
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { team: 'time' } },
      },
    ],
    priorityClassName: 'important',
    runtimeClassName: 'sandboxed',
    envFrom: [{ secretRef: { name: 'settings', optional: true } }],
    volumes: [{ name: 'authority', configMap: { name: 'authority', optional: true } }],
    volumeMounts: [{ name: 'authority', mountPath: '/etc/authority', readOnly: true }],
    initContainers: [helper('before')],
    sidecars: [helper('beside')],
  },
} as const satisfies Values;

const everything = {
  ...production,
  enabled: true,
  global: {
    imageRegistry: 'mirror.example:5000',
    imagePullSecrets: ['mirror', { name: '0123' }],
    storageClass: 'of another chart',
  },
  commonLabels: { 'cost-center': 'time' },
  extraHosts: ['time.example'],
  basePath: '/clock',
  api: {
    ...component,
    autoscaling,
    image: { registry: 'registry.example', repository: 'time/api', tag: '1.2.3', digest: DIGEST },
    resources: { requests: { cpu: 0.5, 'ephemeral-storage': '1Gi' }, limits: { memory: '1.5Gi' } },
    shutdown: { preStopSeconds: 6, drainSeconds: 6, limitSeconds: 26, gracePeriodSeconds: 36 },
    trustedProxies: ['10.0.0.0/8'],
  },
  frontend: {
    ...component,
    autoscaling,
    image: { registry: 'registry.example', repository: 'time/page', tag: '1.2.3', digest: DIGEST },
    resources: { requests: { cpu: '30m', memory: '32M' }, limits: { memory: '64M' } },
    shutdown: { preStopSeconds: 11, gracePeriodSeconds: 31 },
    exporter: {
      enabled: true,
      image: { registry: 'registry.example', repository: 'exporter', tag: '1.0', digest: DIGEST },
      resources: { requests: { cpu: '20m' }, limits: { memory: '64Mi' } },
    },
  },
  clock: {
    sources: ['kernel', 'ntp'],
    ntpServers: ['time.example', 'ntp.example:1123', '[2001:db8::1]:2123', '192.0.2.1:1123'],
    ntsServers: ['nts.example', '[2001:db8::2]:14460'],
    ntsAuthorities: { configMap: 'authorities', key: 'site.pem' },
    ntpPollSeconds: 16,
    maxBoundMs: 60_000,
    kernelAllowanceUs: 10_000_000,
  },
  gateway: {
    enabled: true,
    parentRefs: [{ name: 'web', namespace: 'gateways', sectionName: 'https', port: 443 }],
    annotations: { team: 'time' },
  },
  networkPolicy: {
    enabled: true,
    ingressNamespaces: ['traefik', 'gateways'],
    prometheusNamespaces: ['prometheus'],
    extraClients: [{ ipBlock: { cidr: '192.0.2.0/24' } }],
    extraIngress: [{ from: [{ podSelector: {} }], ports: [{ port: 4143, protocol: 'TCP' }] }],
    extraApiEgress: [{ to: [{ podSelector: {} }], ports: [{ port: 4318, protocol: 'TCP' }] }],
    extraFrontendEgress: [
      { to: [{ podSelector: {} }], ports: [{ port: 15_012, protocol: 'TCP' }] },
    ],
  },
  spread: { nodes: 'DoNotSchedule', zones: 'DoNotSchedule' },
  disruptionBudget: { maxUnavailable: 2 },
  serviceMonitor: {
    enabled: true,
    interval: '1m',
    scrapeTimeout: '20s',
    honorLabels: true,
    relabelings: [{ targetLabel: 'cluster', replacement: 'blue', action: 'replace' }],
    metricRelabelings: [{ sourceLabels: ['__name__'], regex: 'nodejs_.*', action: 'drop' }],
    labels: { release: 'kube-prometheus-stack' },
  },
  prometheusRule: {
    enabled: true,
    labels: { release: 'kube-prometheus-stack' },
    alerts: {
      DataikuCrashLoop: { for: '15m', severity: 'critical' },
      DataikuPodsOnOneNode: { enabled: false },
    },
    pagingNamespaces: ['time'],
    thresholds: { errors: 0.01, slow: 0.05, uncertain: 0.01, certificate: 0.2 },
  },
  dashboards: {
    enabled: true,
    labels: { grafana: 'yes' },
    annotations: { grafana_folder: 'Dataiku' },
    operator: {
      enabled: true,
      instanceSelector: { matchLabels: { grafana: 'main' } },
      folder: 'Dataiku',
    },
  },
  test: { ingressAddress: 'traefik.traefik:8443', insecure: true },
  smokeTest: { enabled: true, attempts: 60 },
  extraObjects: [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '{{ .Release.Name }}-extra' } },
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ include "dataiku.name" . }}-text\n',
  ],
} as const satisfies Values;

/** The values that the chart is held against: what users set, and both ends of it. */
export const valueSets = {
  defaults: {},
  production,
  minimal,
  everything,
  'gateway only': {
    host: 'time.example',
    gateway: { enabled: true, parentRefs: [{ name: 'web' }] },
  },
  autoscaled: { api: { autoscaling: { enabled: true } }, frontend: { autoscaling } },
  'a certificate of its own': {
    host: 'time.example',
    ingress: { enabled: true, tls: { enabled: true, secretName: 'time-example' } },
  },
  "the controller's certificate": {
    host: 'time.example',
    ingress: { enabled: true, tls: { enabled: true } },
  },
  // docs/local-cluster.md, on k3s.
  'a laptop': {
    host: 'time.example',
    ingress: { enabled: true },
    api: { image: { registry: '', repository: 'dataiku-api' } },
    frontend: {
      image: { registry: '', repository: 'dataiku-frontend' },
      exporter: { enabled: false },
    },
    clock: { ntpServers: ['time.example'] },
    networkPolicy: { ingressNamespaces: ['kube-system'] },
  },
  "the kernel's clock alone": { clock: { sources: ['kernel'] } },
  'a site of its own authority': {
    clock: { ntsServers: ['nts.example'], ntsAuthorities: { secret: 'authorities' } },
  },
  // The cluster gives the pods their uid, and the ServiceAccount is there.
  OpenShift: {
    api: {
      podSecurityContext: { runAsUser: null, runAsGroup: null },
      serviceAccount: { create: false, name: 'time' },
    },
    frontend: {
      podSecurityContext: { runAsUser: null, runAsGroup: null },
      serviceAccount: { create: false, name: 'time' },
    },
  },
  "pods scraped by Google's Prometheus": {
    podMonitoring: { enabled: true },
    serviceMonitor: { scrapeTimeout: '10s' },
  },
  'pods scraped': { podMonitor: { enabled: true } },
} as const satisfies Record<string, Values>;

/** A container that Pod Security lets in. */
function helper(name: string) {
  return {
    name,
    image: 'mirror.example:5000/helper:1',
    resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '16Mi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
  };
}
