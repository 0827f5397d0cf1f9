import { BlockList, isIP, isIPv6, SocketAddress } from 'node:net';

/** 64 bits in the text of an IPv6 address without a `::`. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/**
 * An IP address in its one spelling: IPv4 also where it came mapped into IPv6, IPv6 as RFC 5952 writes
 * it and without a zone such as %eth0; a port behind it is dropped. Null for any other text.
 */
export function canonicalAddress(text: string): string | null {
  const bare = withoutPort(text.trim());
  if (!isIPv6(bare)) return isIP(bare) === 0 ? null : bare;
  const { address } = new SocketAddress({ address: bare, family: 'ipv6' });
  return address.replace(/^::ffff:(?=[\d.]+$)/, '');
}

/** `1.2.3.4:5`, `[::1]:5` and `[::1]`: proxies write these into X-Forwarded-For. */
function withoutPort(text: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}

/**
 * The part of a canonical address that limits count by: an IPv4 address, or the first 64 bits of an
 * IPv6 address, of which one household has at least all the rest.
 */
export function limitedNetwork(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = tail === undefined ? 0 : GROUPS - head.length - tail.length;
  const groups = [...head, ...Array(zeros).fill('0'), ...(tail ?? [])];
  return `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

/** The addresses of a request, as Fastify finds them by `trustsProxy`: from the socket's on. */
export interface AddressedRequest {
  readonly ip: string;
  readonly ips?: readonly string[] | undefined;
}

/**
 * The canonical address of the client. Where a trusted proxy names something that is no address, such
 * as `unknown`, that proxy's own.
 */
export function clientAddress({ ip, ips }: AddressedRequest): string {
  for (const hop of (ips ?? [ip]).toReversed()) {
    const address = canonicalAddress(hop);
    if (address !== null) return address;
  }
  return ip;
}

/** Whether an address is in one of the ranges `a/n,b/m`, however it is spelled. */
export function trustsProxy(ranges: string): (address: string) => boolean {
  const trusted = new BlockList();
  for (const range of ranges.split(',')) {
    const [network = '', prefixLength] = range.split('/');
    trusted.addSubnet(network, Number(prefixLength), familyOf(network));
  }
  return (text) => {
    const address = canonicalAddress(text);
    return address !== null && trusted.check(address, familyOf(address));
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
