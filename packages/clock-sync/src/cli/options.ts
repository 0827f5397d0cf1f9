import { parseArgs } from 'node:util';

/** What the command was asked to do. */
export interface CliOptions {
  /** The sync endpoint. */
  readonly url: URL;
  /** Print a line after each exchange, until stopped. */
  readonly watch: boolean;
  readonly json: boolean;
  /** The bound on UTC that counts as synchronised, in ms; null where any bound does. */
  readonly maxErrorMs: number | null;
  /** How long to wait for it, in ms. */
  readonly timeoutMs: number;
}

/** A command line that can't be understood. The message says what is wrong. */
export class UsageError extends Error {
  readonly code = 'usage';
  override readonly name = 'UsageError';
}

/** A timer overflows after 24 days, and then ends at once. */
const MOST_SECONDS = 86_400;

export const USAGE = `usage: clock-sync [options] <url>

Prints how far this machine's clock is off, and how sure that is.
<url> is a server's address, or its sync endpoint.

  --max-error <ms>  the bound on UTC that counts as synchronised (default: any)
  --timeout <s>     how long to wait for it, at most 86400 (default: 10)
  --watch           print a line after each exchange, until stopped
  --json            print JSON
  --help            print this

Exit status: 0 synchronised under --max-error, 1 not, 2 wrong usage.`;

/**
 * Reads the command line.
 * @throws {UsageError} on an unknown option, a missing or bad address, or a bad number.
 */
export function readOptions(args: readonly string[]): CliOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [address, ...rest] = positionals;
  if (address === undefined) throw new UsageError('an address is missing');
  if (rest.length > 0) throw new UsageError(`one address is enough, got also "${rest.join(' ')}"`);
  return {
    url: endpoint(address),
    watch: values.watch,
    json: values.json,
    maxErrorMs:
      values['max-error'] === undefined ? null : positive('max-error', values['max-error']),
    timeoutMs: positive('timeout', values.timeout, MOST_SECONDS) * 1_000,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'max-error': { type: 'string' },
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

/** A bare server address means its endpoint. */
function endpoint(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`"${address}" is not an http or https address`);
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
