import { Value } from 'typebox/value';
import type { ServerAddress } from './ntp/server-address.ts';
import { type Config, type Setting, Settings } from './settings.ts';
import { editDistance } from './zones/edit-distance.ts';

/** A setting that can't be used. The message is one line for the operator. */
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
  const entries = Object.entries<Setting>(Settings.properties).map(([variable, setting]) => [
    variable,
    readVariable(variable, setting, environment[variable]),
  ]);
  const config: Config = Object.fromEntries(entries);
  refuseCombinations(config);
  return config;
}

/** Undefined when the variable is unset and has no default. */
function readVariable(variable: string, setting: Setting, text: string | undefined): unknown {
  const given = text === undefined || text === '' ? setting.default : text;
  if (given === undefined) return undefined;
  const value = setting.parse ? setting.parse(String(given)) : checked(setting, given);
  if (value !== null) return value;
  throw refusal(variable, String(given), String(setting.description));
}

/** The value, a number where the setting is one; null when it is not allowed. */
function checked(setting: Setting, given: string | number): string | number | null {
  const isNumber = 'type' in setting && setting.type === 'integer' && /^\d+$/.test(String(given));
  const value = isNumber ? Number(given) : given;
  return Value.Check(setting, value) ? value : null;
}

function refuseCombinations({ CLOCK_SOURCES, ...config }: Config): void {
  const { NTP_SERVERS = [], NTS_SERVERS = [] } = config;
  const servers = [...NTP_SERVERS, ...NTS_SERVERS];
  if (CLOCK_SOURCES !== 'auto' && CLOCK_SOURCES.includes('ntp') && servers.length === 0) {
    const allowed = 'at least one server, here or in NTS_SERVERS, when CLOCK_SOURCES names ntp';
    throw refusal('NTP_SERVERS', '', allowed);
  }
  const hosts = NTP_SERVERS.map(hostOf);
  const twice = NTS_SERVERS.find((server) => hosts.includes(hostOf(server)));
  if (twice !== undefined) throw refusal('NTS_SERVERS', twice.name, 'servers not in NTP_SERVERS');
  if (config.DRAIN_SECONDS >= config.STOP_LIMIT_SECONDS) {
    throw refusal('DRAIN_SECONDS', String(config.DRAIN_SECONDS), 'less than STOP_LIMIT_SECONDS');
  }
}

/** The host in one spelling. */
function hostOf({ host }: ServerAddress): string {
  return host.toLowerCase().replace(/\.$/, '');
}

/** Two letters too many, missing or wrong: a typing error. More is the variable of another program. */
const TYPING_ERROR = 2;

function refuseMisspelt(variables: readonly string[]): void {
  // Short names, such as HOST, look like too much else.
  const ours = Object.keys(Settings.properties).filter((name) => name.includes('_'));
  for (const variable of variables) {
    if (variable in Settings.properties) continue;
    const meant = ours.find((name) => Number.isFinite(editDistance(variable, name, TYPING_ERROR)));
    if (meant !== undefined) throw new ConfigError(`${variable} is not a setting; use ${meant}`);
  }
}

function refusal(variable: string, got: string, allowed: string): ConfigError {
  return new ConfigError(
    `${variable} is ${JSON.stringify(got.slice(0, 100))}; allowed: ${allowed}`,
  );
}
