import { parseArgs } from 'node:util';

/** The options of the command. */
export interface CliOptions {
  /** The sync endpoint. */
  readonly url: URL;
  /** Print a line after each exchange, until stopped. */
  readonly watch: boolean;
  readonly json: boolean;
  /** UTC's bound below which the clock counts as synchronised, in ms; null for any bound. */
  readonly maxBoundMs: number | null;
  /** How long to wait for that, in ms. */
  readonly timeoutMs: number;
}

/** An error in the command line. */
export class UsageError extends Error {
  readonly code = 'usage';
  override readonly name = 'UsageError';
}

/** A timer of over 24 days would fire at once. */
const MOST_SECONDS = 86_400;

export const USAGE = `usage: clock-sync [options] <url>

Prints the offset of this machine's clock from UTC, and its bound.
<url> is the address of a server, or of its sync endpoint.

  --max-bound <ms>  synchronised means that UTC's bound is below this (default: any)
  --timeout <s>     how long to wait for that, at most 86400 (default: 10)
  --watch           print a line after each exchange, until stopped
  --json            print JSON
  --help            print this text

Exit status: 0 synchronised, 1 not synchronised, 2 wrong usage.`;

/**
 * Reads the command line.
 * @throws {UsageError} on an unknown option, a missing or bad address, or a bad number.
 */
export function readOptions(args: readonly string[]): CliOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [address, ...rest] = positionals;
  if (address === undefined)
    throw new UsageError('<url> is missing, for example http://localhost:8080');
  if (rest.length > 0) throw new UsageError(`expected one <url>, got also "${rest.join(' ')}"`);
  return {
    url: endpoint(address),
    watch: values.watch,
    json: values.json,
    maxBoundMs:
      values['max-bound'] === undefined ? null : positive('max-bound', values['max-bound']),
    timeoutMs: positive('timeout', values.timeout, MOST_SECONDS) * 1_000,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'max-bound': { type: 'string' },
        timeout: { type: 'string', default: '10' },
        watch: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Adds the path of the endpoint to a bare server address. */
function endpoint(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`<url> is "${address}", but must be an http or https address`);
  }
  if (url.pathname === '/') url.pathname = '/api/v1/sync';
  return url;
}

function positive(name: string, text: string, most = Number.MAX_VALUE): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value <= most) return value;
  const limit = most === Number.MAX_VALUE ? '' : ` and at most ${most}`;
  throw new UsageError(`--${name} is "${text}", but must be a number above 0${limit}`);
}
