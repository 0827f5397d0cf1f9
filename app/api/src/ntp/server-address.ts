import { isIP, isIPv6 } from 'node:net';

/** An NTP server as it is configured. */
export interface ServerAddress {
  /** As it was written: names the server in logs and metrics. */
  readonly name: string;
  /** A host name or an address, without brackets. */
  readonly host: string;
  readonly port: number;
}

const NTP_PORT = 123;
/** Of key establishment (RFC 8915 §4). */
const NTS_PORT = 4460;
/** host, host:port, [IPv6] or [IPv6]:port. */
const SERVER = /^(?:\[(?<ipv6>[^\]]+)\]|(?<host>[^:[\]]+))(?::(?<port>\d{1,5}))?$/;
const HOST_LABEL = /^(?!-)[A-Za-z0-9_-]{1,63}(?<!-)$/;

/** Parses a comma-separated list of different NTP servers; null when it is not one. One server has one vote. */
export function parseServerAddresses(text: string): readonly ServerAddress[] | null {
  return parseList(text, NTP_PORT);
}

/** Parses a comma-separated list of different key servers of NTS; null when it is not one. */
export function parseKeyServerAddresses(text: string): readonly ServerAddress[] | null {
  return parseList(text, NTS_PORT);
}

function parseList(text: string, defaultPort: number): readonly ServerAddress[] | null {
  const servers = text.split(',').map((server) => parseServerAddress(server, defaultPort));
  const places = new Set(servers.map((server) => `${server?.host} ${server?.port}`.toLowerCase()));
  if (places.size < servers.length) return null;
  return servers.every((server) => server !== null) ? servers : null;
}

/** Parses `host[:port]`, an IPv6 address in brackets; null when it is not one. */
export function parseServerAddress(text: string, defaultPort = NTP_PORT): ServerAddress | null {
  const { ipv6, host, port = String(defaultPort) } = SERVER.exec(text)?.groups ?? {};
  if (ipv6 === undefined && host === undefined) return null;
  if (ipv6 !== undefined && !isIPv6(ipv6)) return null;
  if (host !== undefined && !isHost(host)) return null;
  if (Number(port) < 1 || Number(port) > 65_535) return null;
  return { name: text, host: ipv6 ?? String(host), port: Number(port) };
}

/** Whether a text is an IPv4 address, an IPv6 address without brackets, or a host name. */
export function isHost(host: string): boolean {
  if (isIP(host) !== 0) return true;
  const labels = host.replace(/\.$/, '').split('.');
  // A name that ends in a number is a mistyped address.
  return (
    host.length <= 253 &&
    labels.every((label) => HOST_LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}
