import type { Values } from './helm.ts';

/** A digest that looks like one. */
export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const production = {
  host: 'dataiku.promoldova.org',
  api: { image: { digest: DIGEST }, trustedProxies: ['10.0.0.0/8', 'fd00::/8'] },
  frontend: { image: { digest: DIGEST } },
  ingress: {
    className: 'traefik',
    annotations: { 'traefik.ingress.kubernetes.io/router.middlewares': 'edge-hsts@kubernetescrd' },
    tls: { enabled: true, clusterIssuer: 'letsencrypt-prod' },
  },
  externalDns: { target: 'ingress.promoldova.org' },
  serviceMonitor: { enabled: true, labels: { release: 'kube-prometheus-stack' } },
  prometheusRule: { enabled: true, labels: { release: 'kube-prometheus-stack' } },
  dashboards: { enabled: true },
} as const satisfies Values;

const minimal = {
  api: { replicas: 1 },
  frontend: { replicas: 1, exporter: { enabled: false } },
  ingress: { enabled: false },
  networkPolicy: { enabled: false },
} as const satisfies Values;

const autoscaling = { enabled: true, minReplicas: 3, maxReplicas: 5, targetCpuPercent: 60 };

const everything = {
  ...production,
  global: { imageRegistry: 'mirror.example:5000', imagePullSecrets: ['mirror', '0123'] },
  api: {
    autoscaling,
    trustedProxies: ['10.0.0.0/8'],
    environment: { LOG_LEVEL: 'warn', LOG_SLOW_MS: '1000' },
    podAnnotations: { team: 'time' },
  },
  frontend: { autoscaling, podAnnotations: { team: 'time' } },
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
    ingressNamespaces: ['traefik', 'gateways'],
    extraClients: [{ ipBlock: { cidr: '192.0.2.0/24' } }],
    extraApiEgress: [{ to: [{ podSelector: {} }], ports: [{ port: 4318, protocol: 'TCP' }] }],
  },
  spread: { nodes: 'DoNotSchedule', zones: 'DoNotSchedule' },
  disruptionBudget: { maxUnavailable: 2 },
  serviceMonitor: { enabled: true, interval: '1m', labels: { release: 'kube-prometheus-stack' } },
  dashboards: { enabled: true, annotations: { grafana_folder: 'Dataiku' } },
  test: { ingressAddress: 'traefik.traefik:8443' },
} as const satisfies Values;

/** The values that the chart is held against: what users set, and both ends of it. */
export const valueSets = {
  defaults: {},
  production,
  minimal,
  everything,
  'gateway only': {
    host: 'time.example',
    ingress: { enabled: false },
    gateway: { enabled: true, parentRefs: [{ name: 'web' }] },
  },
  autoscaled: { api: { autoscaling: { enabled: true } }, frontend: { autoscaling } },
  'a certificate of its own': {
    host: 'time.example',
    ingress: { tls: { enabled: true, secretName: 'time-example' } },
  },
  // docs/local-cluster.md, on k3s.
  'a laptop': {
    api: { image: { registry: '', repository: 'dataiku-api' } },
    frontend: {
      image: { registry: '', repository: 'dataiku-frontend' },
      exporter: { enabled: false },
    },
    clock: { ntpServers: ['time.example'] },
    networkPolicy: { ingressNamespaces: ['kube-system'] },
  },
  "the kernel's clock alone": { clock: { sources: ['kernel'] } },
} as const satisfies Record<string, Values>;
