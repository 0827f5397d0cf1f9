import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const GITOPS = new URL('../gitops/', import.meta.url);

/** Names and address by which the world reaches an environment. */
export interface PublicNames {
  /** DNS name of the application. */
  readonly host: string;
  /** DNS name of the load balancer. */
  readonly edgeHost: string;
  /** IPv4 address of the load balancer. */
  readonly edgeAddress: string;
}

/** The names of an environment, from the values that Argo CD renders; throws where there is no such folder. */
export function publicNames(environment: string): PublicNames {
  const { edge } = parse(read('values.yaml')) as { edge: { host: string; address: string } };
  const { host } = parse(read(`environments/${environment}/values.yaml`)) as { host: string };
  return { host, edgeHost: edge.host, edgeAddress: edge.address };
}

function read(path: string): string {
  return readFileSync(new URL(path, GITOPS), 'utf8');
}
