import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { type Static, type TSchema, Type } from 'typebox';
import { parseClockSources } from './clock/clock-sources.ts';
import { parseKeyServerAddresses, parseServerAddresses } from './ntp/server-address.ts';

/** The words of one setting, for error messages, `--help` and docs/settings.md. */
interface Words {
  /** The meaning, in sentences. */
  readonly title: string;
  /** The allowed values. */
  readonly description: string;
  readonly default?: string | number;
  /** The default in words, where it differs by machine. */
  readonly defaultInWords?: string;
}

/** A schema with its words, and `parse` where a setting is more than a text or a number. */
export type Setting = TSchema & Partial<Words> & { readonly parse?: (text: string) => unknown };

/** Every environment variable that the process reads. */
export const Settings = Type.Object({
  HOST: Type.String({
    title:
      'The address that both ports listen on. `::` takes IPv6 and IPv4, or IPv4 alone where the machine has no IPv6.',
    description: 'an address or a host name',
    default: '::',
  }),
  PORT: integer(0, 65_535, {
    title: 'The public port; 0 takes a free one.',
    default: 8080,
  }),
  MANAGEMENT_PORT: integer(0, 65_535, {
    title: 'The port of probes, metrics and version, for the cluster alone; 0 takes a free one.',
    default: 9464,
  }),
  INSTANCE: name({
    title:
      'The name of this process in answers and logs. In a pod, the host name is the name of the pod.',
    default: hostname(),
    defaultInWords: 'the host name',
  }),
  COMMIT: Type.Optional(
    Type.String({
      title: 'The commit that the running code was built from; shown by /version and a metric.',
      description: '7 to 40 hexadecimal digits in lower case',
      pattern: '^[0-9a-f]{7,40}$',
    }),
  ),
  WEB_ROOT: Type.Optional(
    Type.String({
      title: 'The folder of the built page. Unset: the process serves the API alone.',
      description: 'a folder with an index.html',
    }),
  ),
  BASE_PATH: Type.Optional(
    Type.String({
      title: 'The path below which everything is served, beside the root. Unset: the root alone.',
      description: 'a path that starts with a slash and ends without one, such as /clock',
      pattern: '^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$',
    }),
  ),
  TRUST_PROXY: Type.Optional(
    parsed(parseAddressRanges, {
      title:
        "The proxies whose X-Forwarded-* headers are believed. Unset: none, so all clients behind a proxy share the proxy's address.",
      description: 'address ranges such as 10.0.0.0/8,fd00::/8',
    }),
  ),
  CLOCK_SOURCES: parsed(parseClockSources, {
    title:
      'The sources of the bound. `auto`: the kernel, and NTP where servers are set; they must agree. A list: the first source that gives a bound.',
    description: 'auto, or a list of kernel, ntp and none, each once, in order of preference',
    default: 'auto',
  }),
  CLOCK_ID: Type.Optional(
    name({ title: "The clock id. Unset: it is made from the kernel's boot id." }),
  ),
  CLOCK_MAX_BOUND_MS: integer(1, 60_000, {
    title:
      'The largest bound, in ms, that an answer may carry; above it the status is `unsynchronized`.',
    default: 1000,
  }),
  CLOCK_KERNEL_ALLOWANCE_US: integer(0, 10_000_000, {
    title:
      "Added to the kernel's bound, in µs: chrony's bound omits the correction that it is still slewing in.",
    default: 1000,
  }),
  NTP_SERVERS: Type.Optional(
    parsed(parseServerAddresses, {
      title:
        'The NTP servers to ask. Name one, or three and more: with two, both have to be right. Unset: none is asked.',
      description: 'servers as host, host:port or [IPv6]:port, separated by commas, each once',
    }),
  ),
  NTS_SERVERS: Type.Optional(
    parsed(parseKeyServerAddresses, {
      title:
        'The NTS servers to ask (RFC 8915): NTP that nobody on the path can forge. The port is that of key establishment, by default 4460. Plain servers have no vote beside them. Unset: none is asked.',
      description:
        'servers as host, host:port or [IPv6]:port, separated by commas, each once and not in NTP_SERVERS',
    }),
  ),
  NTS_CA_FILE: Type.Optional(
    Type.String({
      title:
        "Certificates of authorities that are trusted for NTS_SERVERS beside Node's own list, such as a site's own.",
      description: 'a file of certificates in PEM',
    }),
  ),
  NTP_POLL_SECONDS: integer(16, 128, {
    title:
      'The time between two exchanges with one server, in seconds. At a drift limit of 50 ppm the bound grows by 3.2 ms in 64 s.',
    default: 64,
  }),
  EVENTS_PER_ADDRESS: integer(1, 1_000_000, {
    title: 'The number of event streams that one client address may hold open.',
    default: 32,
  }),
  TZDATA_FILE: Type.Optional(
    Type.String({
      title:
        "A newer copy of the tz database, looked at once an hour and used when it is newer than the server's own. Unset: the system's, /usr/share/zoneinfo/tzdata.zi, where there is one.",
      description: 'a file tzdata.zi',
    }),
  ),
  GEOIP_DATABASE: Type.Optional(
    Type.String({
      title: 'The database with the zones of addresses. Unset: there is no path that ends in ip.',
      description: 'an MMDB file, such as GeoLite2 City',
    }),
  ),
  MAX_LOOP_LAG_MS: integer(0, 60_000, {
    title:
      'The mean lag of the event loop over a second, in ms, above which requests get 503; 0: no limit. One turn of the loop may take five times as long.',
    default: 200,
  }),
  RATE_LIMIT_PER_MINUTE: Type.Optional(
    integer(1, 1_000_000, {
      title: 'The number of requests that an address may send in a minute. Unset: no limit.',
    }),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.Optional(
    parsed(parseHttpUrl, {
      title:
        'The collector that traces are sent to, over OTLP. OpenTelemetry reads its other variables itself. Unset: no traces.',
      description: 'an http or https URL',
    }),
  ),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent'], {
    title: 'The lowest level of log lines that are written.',
    default: 'info',
  }),
  LOG_REQUESTS: oneOf(['slow', 'all'], {
    title: 'The answered requests that are logged. Failures always are.',
    default: 'slow',
  }),
  LOG_SLOW_MS: integer(1, 60_000, {
    title: 'The duration, in ms, from which a request counts as slow.',
    default: 500,
  }),
  DRAIN_SECONDS: integer(0, 3600, {
    title:
      'The time that the process goes on answering after SIGTERM, in seconds. Must be less than STOP_LIMIT_SECONDS.',
    default: 5,
  }),
  STOP_LIMIT_SECONDS: integer(1, 3600, {
    title:
      'The time after SIGTERM, in seconds, at which the process ends with requests still open.',
    default: 25,
  }),
});

/** The settings as values, under the names of their environment variables. */
export type Config = Readonly<Static<typeof Settings>>;

/** A setting of its own type: `parse` reads its text, and gives null for one that is not allowed. */
function parsed<T>(parse: (text: string) => T | null, words: Words) {
  return Type.Unsafe<T>({ parse, ...words });
}

function integer(minimum: number, maximum: number, words: Omit<Words, 'description'>) {
  const description = `a whole number from ${minimum} to ${maximum}`;
  return Type.Integer({ minimum, maximum, description, ...words });
}

function oneOf<const T extends string[]>(values: [...T], words: Omit<Words, 'description'>) {
  return Type.Enum(values, { description: values.join(', '), ...words });
}

function name(words: Omit<Words, 'description'>) {
  const description = 'up to 64 letters, digits, dots, dashes and underscores';
  return Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$', description, ...words });
}

function parseHttpUrl(text: string): string | null {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'http:' || protocol === 'https:' ? text : null;
}

function parseAddressRanges(text: string): string | null {
  return text.split(',').every(isAddressRange) ? text : null;
}

function isAddressRange(text: string): boolean {
  const [address = '', prefixLength = '', ...rest] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  // A range of everything would believe every client; a zone (%eth0) belongs to one machine.
  if (rest.length > 0 || address.includes('%') || !/^[1-9]\d{0,2}$/.test(prefixLength))
    return false;
  return Number(prefixLength) <= bits;
}
