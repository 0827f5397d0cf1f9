import { dashboard, OURS } from './dashboard.ts';
import { lines, table } from './panels.ts';

const PAGE = `${OURS},component="frontend"`;
/** Traefik names a service by namespace, Service and port. */
const AT_EDGE = 'service=~".*$namespace-$release-(api|frontend)-.+"';
const edgeRate = (labels: string) =>
  `sum by (${labels}) (rate(traefik_service_requests_total{${AT_EDGE}}[$__rate_interval]))`;
const edgeQuantile = (share: number) =>
  `histogram_quantile(${share}, sum by (service, le) (rate(traefik_service_request_duration_seconds_bucket{${AT_EDGE}}[$__rate_interval])))`;

export const edge = dashboard({
  uid: 'dataiku-edge',
  title: 'Frontend and edge',
  description: "The page's nginx, and what Traefik sees of the whole, where it is scraped.",
  rows: {
    'nginx of the page': [
      lines({
        title: 'Requests',
        description: 'Requests that nginx took, probes of the kubelet among them.',
        unit: 'reqps',
        min: 0,
        queries: { '{{pod}}': `rate(nginx_http_requests_total{${PAGE}}[$__rate_interval])` },
      }),
      lines({
        title: 'Connections',
        description:
          'Open connections by what they do: reading, writing, or waiting for a request.',
        unit: 'none',
        min: 0,
        queries: {
          'active {{pod}}': `nginx_connections_active{${PAGE}}`,
          'reading {{pod}}': `nginx_connections_reading{${PAGE}}`,
          'writing {{pod}}': `nginx_connections_writing{${PAGE}}`,
          'waiting {{pod}}': `nginx_connections_waiting{${PAGE}}`,
        },
      }),
      lines({
        title: 'Connections dropped',
        description: 'Accepted, but not handled: nginx has run out of connections.',
        unit: 'cps',
        min: 0,
        queries: {
          '{{pod}}': `rate(nginx_connections_accepted{${PAGE}}[$__rate_interval]) - rate(nginx_connections_handled{${PAGE}}[$__rate_interval])`,
        },
      }),
      lines({
        title: 'nginx answers its exporter',
        description: '0: the sidecar runs, but nginx does not answer it.',
        unit: 'none',
        min: 0,
        max: 1,
        queries: { '{{pod}}': `nginx_up{${PAGE}}` },
      }),
    ],
    'Traefik, where it is scraped': [
      lines({
        title: 'Requests by service and status',
        description: 'What reaches the services through the edge, as Traefik answered it.',
        unit: 'reqps',
        min: 0,
        isStacked: true,
        queries: { '{{service}} {{code}}': edgeRate('service, code') },
      }),
      lines({
        title: 'Latency at the edge',
        description: 'With the network between Traefik and the pods, and waiting for clients.',
        unit: 's',
        min: 0,
        queries: { 'p50 {{service}}': edgeQuantile(0.5), 'p99 {{service}}': edgeQuantile(0.99) },
      }),
      lines({
        title: 'Bytes to clients',
        description: 'Bytes of answers a second, after compression.',
        unit: 'Bps',
        min: 0,
        queries: {
          '{{service}}': `sum by (service) (rate(traefik_service_responses_bytes_total{${AT_EDGE}}[$__rate_interval]))`,
        },
      }),
      table({
        title: "Certificates' remaining lifetime",
        description: 'The share that is left; cert-manager renews at a third.',
        unit: 'percentunit',
        span: 12,
        queries: {
          certificates:
            'max by (name) ((certmanager_certificate_not_after_timestamp_seconds{exported_namespace="$namespace"} - time())' +
            ' / (certmanager_certificate_not_after_timestamp_seconds - certmanager_certificate_not_before_timestamp_seconds))',
        },
      }),
    ],
  },
});
