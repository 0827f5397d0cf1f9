import { type LoopbackServer, startLoopbackServer } from '../system/loopback-server.ts';

const DAY_SECONDS = 86_400;

/**
 * Serves a few series of kube-state-metrics, Traefik and cert-manager, under the names and labels
 * that they use: none of them runs here.
 */
export function startStandIn(namespace: string, release: string): Promise<LoopbackServer> {
  let scrapes = 0;
  return startLoopbackServer((_request, response) => {
    scrapes += 1;
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(exposition(namespace, release, scrapes));
  });
}

function exposition(namespace: string, release: string, scrapes: number): string {
  const now = Date.now() / 1000;
  const pod = `namespace="${namespace}",pod="${release}-api-7f9c4d-x2xab"`;
  const deployment = `namespace="${namespace}",deployment="${release}-api"`;
  const edge = `code="200",method="GET",protocol="http",service="${namespace}-${release}-api-http@kubernetes"`;
  const certificate = `namespace="cert-manager",exported_namespace="${namespace}",name="${release}-tls"`;
  return [
    'kube_node_info{node="n1"} 1',
    'kube_node_info{node="n2"} 1',
    `kube_pod_container_status_waiting_reason{${pod},container="api",reason="CrashLoopBackOff"} 0`,
    `kube_pod_owner{${pod},owner_kind="ReplicaSet",owner_name="${release}-api-7f9c4d"} 1`,
    `kube_deployment_status_condition{${deployment},condition="Progressing",status="false"} 0`,
    `traefik_service_requests_total{${edge}} ${10 * scrapes}`,
    `traefik_service_responses_bytes_total{${edge}} ${1000 * scrapes}`,
    `traefik_service_request_duration_seconds_bucket{${edge},le="0.1"} ${10 * scrapes}`,
    `traefik_service_request_duration_seconds_bucket{${edge},le="+Inf"} ${10 * scrapes}`,
    `certmanager_certificate_not_before_timestamp_seconds{${certificate}} ${now - 9 * DAY_SECONDS}`,
    `certmanager_certificate_not_after_timestamp_seconds{${certificate}} ${now + 81 * DAY_SECONDS}`,
    '',
  ].join('\n');
}
