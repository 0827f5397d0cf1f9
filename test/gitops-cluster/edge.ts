import assert from 'node:assert/strict';
import { get, kubectl, runMeanwhile } from '../cluster/kubectl.ts';

/** Makes names of the web lead to Traefik, for whoever asks the cluster's DNS. */
export function pointAtEdge(hosts: readonly string[]): void {
  const { data } = get<{ data: { Corefile: string } }>('kube-system', 'configmap/coredns');
  const zone = '.:53 {\n';
  assert.ok(data.Corefile.includes(zone), `CoreDNS serves no zone ".:53": ${data.Corefile}`);
  const edge = 'traefik.traefik.svc.cluster.local';
  const rules = hosts.map((host) => `    rewrite name exact ${host} ${edge}\n`).join('');
  const patch = JSON.stringify({ data: { Corefile: data.Corefile.replace(zone, zone + rules) } });
  const configuration = ['configmap/coredns', '--namespace=kube-system'];
  kubectl(['patch', ...configuration, '--type=merge', '--patch', patch]);
  const deployment = ['deployment/coredns', '--namespace=kube-system'];
  kubectl(['rollout', 'restart', ...deployment]);
  kubectl(['rollout', 'status', '--timeout=120s', ...deployment]);
}

/** Gives Traefik's Service an address once it is there, as a cloud's load balancer would. */
export async function giveAddress(ip: string): Promise<void> {
  const service = ['service/traefik', '--namespace=traefik'];
  await runMeanwhile('kubectl', ['wait', '--for=create', '--timeout=10m', ...service]);
  const ingress = [{ ip, ipMode: 'VIP' }];
  const patch = JSON.stringify({ status: { loadBalancer: { ingress } } });
  kubectl(['patch', ...service, '--subresource=status', '--type=merge', '--patch', patch]);
}
