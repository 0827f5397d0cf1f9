import { readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { parse } from 'yaml';

/** The names that differ from one fork to the next. */
export interface Names {
  /** owner/name on GitHub. */
  readonly repository: string;
  readonly host: string;
  readonly stagingHost: string;
  readonly edgeHost: string;
  readonly address: string;
  readonly zone: string;
}

const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/;
const REPOSITORY = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\/[A-Za-z0-9_.-]+$/;
/** An address that RFC 5737 gives to nobody, and that stands nowhere else in the tree. */
export const UNKNOWN_ADDRESS = '198.51.100.254';

/** Reads the new names from the environment; throws on one that can't be used. */
export function wantedNames(environment: NodeJS.ProcessEnv): Names {
  const { REPOSITORY: repository = '', HOST: host = '' } = environment;
  const [label = '', ...parents] = host.split('.');
  const zone = environment.ZONE || parents.join('.');
  const edgeHost = environment.EDGE_HOST || `ingress.${zone}`;
  const stagingHost = environment.STAGING_HOST || `${label}-staging.${zone}`;
  const address = environment.ADDRESS || UNKNOWN_ADDRESS;
  check('REPOSITORY', repository, REPOSITORY.test(repository), 'owner/name, as on GitHub');
  for (const [name, value] of Object.entries({ HOST: host, EDGE_HOST: edgeHost })) {
    check(name, value, HOST.test(value), 'a DNS name in lower case, such as clock.example.org');
  }
  check('ZONE', zone, HOST.test(zone), 'a DNS zone of two labels or more, such as example.org');
  const hosts = { HOST: host, EDGE_HOST: edgeHost, STAGING_HOST: stagingHost };
  for (const [name, value] of Object.entries(hosts)) {
    check(name, value, HOST.test(value) && value.endsWith(`.${zone}`), `a name below ${zone}`);
  }
  check('HOST', host, new Set(Object.values(hosts)).size === 3, 'three different hosts');
  check('ADDRESS', address, isIPv4(address), 'an IPv4 address');
  return { repository, host, stagingHost, edgeHost, address, zone };
}

function check(name: string, got: string, isAllowed: boolean, allowed: string): void {
  if (!isAllowed) throw new Error(`${name} is ${JSON.stringify(got)}; allowed: ${allowed}`);
}

/** The names that the tree has now. */
export function presentNames(): Names {
  const { edge } = parse(read('gitops/values.yaml'));
  const hostOf = (environment: string): string =>
    parse(read(`gitops/environments/${environment}/values.yaml`)).host;
  const repository = /^ +repoURL: https:\/\/github\.com\/(\S+)\.git$/m.exec(
    read('gitops/root.yaml'),
  );
  if (!repository?.[1]) throw new Error('gitops/root.yaml names no repository of GitHub');
  return {
    repository: repository[1],
    host: hostOf('production'),
    stagingHost: hostOf('staging'),
    edgeHost: edge.host,
    address: edge.address,
    zone: edge.zone,
  };
}

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}
