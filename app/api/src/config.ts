import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { parseClockSources } from './clock/clock-sources.ts';
import { parseServerAddresses } from './ntp/server-address.ts';
import { editDistance } from './zones/edit-distance.ts';

/** Every environment variable that the process reads; `description` says what is allowed. */
const Environment = Type.Object({
  /** The address that both ports listen on. */
  HOST: Type.String({ default: '0.0.0.0', description: 'an address or a host name' }),
  /** The public port; 0 takes a free one. */
  PORT: integer(0, 65_535, 8080),
  MANAGEMENT_PORT: integer(0, 65_535, 9464),
  /** Names this process in answers and logs. In a pod, the host name is the pod's. */
  INSTANCE: name(hostname()),
  /** The commit that the running code was built from. */
  COMMIT: Type.Optional(
    Type.String({ pattern: '^[0-9a-f]{7,40}$', description: 'a git commit in hexadecimal' }),
  ),
  /** The folder of the built page. Unset: the process serves the API alone. */
  WEB_ROOT: Type.Optional(Type.String({ description: 'a folder' })),
  /** The proxies whose X-Forwarded-* headers are believed. */
  TRUST_PROXY: Type.Optional(
    Type.Refine(
      Type.String({ description: 'address ranges such as 10.0.0.0/8,fd00::/8' }),
      (list) => list.split(',').every(isAddressRange),
    ),
  ),
  /** Where the bound comes from; auto: from all that give one here, and they have to agree. */
  CLOCK_SOURCES: Type.Refine(
    Type.String({
      default: 'auto',
      description: 'auto, or a list of kernel, ntp and none, each once, in order of preference',
    }),
    (text) => parseClockSources(text) !== null,
  ),
  /** Overrides the clock id that is made from the kernel's boot id. */
  CLOCK_ID: Type.Optional(name()),
  /** The half-width above which a bound is no answer. */
  CLOCK_MAX_BOUND_MS: integer(1, 60_000, 1000),
  /** What the kernel's bound is widened by, for what its daemon doesn't count. */
  CLOCK_KERNEL_ALLOWANCE_US: integer(0, 10_000_000, 1000),
  /** The NTP servers to ask. Unset: none is asked. */
  NTP_SERVERS: Type.Optional(
    Type.Refine(
      Type.String({
        description: 'servers as host, host:port or [IPv6]:port, separated by commas, each once',
      }),
      (text) => parseServerAddresses(text) !== null,
    ),
  ),
  /** The time between two exchanges with one server: at 50 ppm the bound grows by 6 ms in 128 s. */
  NTP_POLL_SECONDS: integer(16, 128, 64),
  /** How many event streams one client address may hold open. */
  EVENTS_PER_ADDRESS: integer(1, 1_000_000, 32),
  /** Says in which zone an address is, for /api/ip. Unset: that path answers 501. */
  GEOIP_DATABASE: Type.Optional(Type.String({ description: 'an MMDB file' })),
  /** The mean lag of the event loop over a second from which on requests get 503; 0: never. */
  MAX_LOOP_LAG_MS: integer(0, 60_000, 200),
  /** How many requests an address may send in a minute. Unset: as many as it likes. */
  RATE_LIMIT_PER_MINUTE: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      description: 'a whole number from 1 to 1000000',
    }),
  ),
  /** Where traces go; OpenTelemetry reads its other variables by itself. Unset: there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.Optional(
    Type.Refine(Type.String({ description: 'an http or https URL' }), isHttpUrl),
  ),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent'], 'info'),
  /** Which requests get a line; failures always do. */
  LOG_REQUESTS: oneOf(['slow', 'all'], 'slow'),
  LOG_SLOW_MS: integer(1, 60_000, 500),
  /** For how long the process goes on answering after it was told to stop. */
  DRAIN_SECONDS: integer(0, 3600, 5),
  /** When the process ends, counted from the same moment, whatever is still open. */
  STOP_LIMIT_SECONDS: integer(1, 3600, 25),
});

/** The process's settings, under the names of their environment variables. */
export type Config = Readonly<Static<typeof Environment>>;

/** A setting that can't be used. The message is one line for whoever set it. */
export class ConfigError extends Error {
  readonly code = 'bad-config';
}

/**
 * Reads the settings from environment variables; an empty one counts as unset.
 * @throws ConfigError on a value that isn't allowed, and on a misspelt variable: a typing error must
 * not silently leave a default in place.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  refuseMisspelt(Object.keys(environment));
  const entries = Object.entries(Environment.properties).map(([variable, schema]) => [
    variable,
    readVariable(variable, schema, environment[variable]),
  ]);
  const config: Config = Object.fromEntries(entries);
  if (parseClockSources(config.CLOCK_SOURCES)?.includes('ntp') && !config.NTP_SERVERS) {
    throw refusal('NTP_SERVERS', '', 'at least one server when CLOCK_SOURCES names ntp');
  }
  if (config.DRAIN_SECONDS >= config.STOP_LIMIT_SECONDS) {
    throw refusal('DRAIN_SECONDS', String(config.DRAIN_SECONDS), 'less than STOP_LIMIT_SECONDS');
  }
  return config;
}

/** The settings as lines of a help text: name, default, allowed values. */
export function describeSettings(): string {
  return Object.entries<TSchema & { readonly description?: string; readonly default?: unknown }>(
    Environment.properties,
  )
    .map(([variable, schema]) => `  ${variable}=${schema.default ?? ''}  (${schema.description})`)
    .join('\n');
}

function readVariable(
  variable: string,
  schema: TSchema & { readonly description?: string },
  text: string | undefined,
): unknown {
  if (text === undefined || text === '') return Value.Default(schema, undefined);
  const isNumber = 'type' in schema && schema.type === 'integer' && /^\d+$/.test(text);
  const value = isNumber ? Number(text) : text;
  if (Value.Check(schema, value)) return value;
  throw refusal(variable, text, String(schema.description));
}

/** Two letters too many, missing or wrong: a typing error. More is the variable of another program. */
const TYPING_ERROR = 2;

function refuseMisspelt(variables: readonly string[]): void {
  // Short names, such as HOST, look like too much else.
  const ours = Object.keys(Environment.properties).filter((name) => name.includes('_'));
  for (const variable of variables) {
    if (variable in Environment.properties) continue;
    const meant = ours.find((name) => editDistance(variable, name) <= TYPING_ERROR);
    if (meant !== undefined) throw new ConfigError(`${variable} is not a setting; use ${meant}`);
  }
}

function refusal(variable: string, got: string, allowed: string): ConfigError {
  return new ConfigError(
    `${variable} is ${JSON.stringify(got.slice(0, 100))}; allowed: ${allowed}`,
  );
}

function integer(minimum: number, maximum: number, defaultValue: number) {
  const description = `a whole number from ${minimum} to ${maximum}`;
  return Type.Integer({ minimum, maximum, default: defaultValue, description });
}

function oneOf<const T extends string[]>(values: [...T], defaultValue: T[number]) {
  return Type.Enum(values, { default: defaultValue, description: values.join(', ') });
}

function name(defaultName?: string) {
  const description = 'up to 64 letters, digits, dots, dashes and underscores';
  const defaults = defaultName === undefined ? {} : { default: defaultName };
  return Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$', description, ...defaults });
}

function isHttpUrl(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'http:' || protocol === 'https:';
}

function isAddressRange(text: string): boolean {
  const [address = '', prefixLength = '', ...rest] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  // A range of everything would believe every client; a zone (%eth0) belongs to one machine.
  if (rest.length > 0 || address.includes('%') || !/^[1-9]\d{0,2}$/.test(prefixLength))
    return false;
  return Number(prefixLength) <= bits;
}
