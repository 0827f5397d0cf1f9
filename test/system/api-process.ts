import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { spawn } from './spawn.ts';
import { watchLog } from './watch-log.ts';

/** The API as it ships. */
export const API_BUNDLE = fileURLToPath(new URL('../../app/api/dist/main.cjs', import.meta.url));
const WEB_ROOT = fileURLToPath(new URL('../../app/frontend/dist', import.meta.url));

type Environment = Readonly<Record<string, string>>;

/** The API as it ships, serving the built page, as a process on loopback. */
export interface ApiProcess {
  readonly url: string;
  readonly port: number;
  readonly managementUrl: string;
  /** Its exit code, once it has ended; null when a signal ended it. */
  readonly exitCode: Promise<number | null>;
  /** Its log until now. */
  readonly lines: readonly string[];
  /** The first line of its log that matches, past or future. */
  logged(pattern: RegExp): Promise<string>;
  /** Sends it a signal, and doesn't wait for what comes of it. */
  signal(name: NodeJS.Signals): void;
  /** Ends it at once, as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** A test machine may stall for seconds: whether the API sheds load then has a test of its own. */
const SHEDS_NO_LOAD = { MAX_LOOP_LAG_MS: '0' };

/** Starts the bundle on free ports, with `env` on top, and waits until it serves. */
export async function startApi(env: Environment = {}, bundle = API_BUNDLE): Promise<ApiProcess> {
  const child = spawn(process.execPath, [bundle], {
    env: { HOST: '127.0.0.1', PORT: '0', MANAGEMENT_PORT: '0', WEB_ROOT, ...SHEDS_NO_LOAD, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exitCode = once(child, 'exit').then(([code]): number | null => code);
  const { lines, logged } = watchLog(child.stdout);
  const url = addressIn(await logged(/"serving on /));
  return {
    url,
    port: Number(new URL(url).port),
    managementUrl: addressIn(await logged(/"management on /)),
    exitCode,
    lines,
    logged,
    signal: (name) => child.kill(name),
    async kill() {
      child.kill('SIGKILL');
      await exitCode;
    },
  };
}

/** Starts the bundle with settings that it can't start with, and waits until it has ended. */
export async function failToStartApi(env: Environment) {
  const child = spawn(process.execPath, [API_BUNDLE], {
    env: { HOST: '127.0.0.1', PORT: '0', MANAGEMENT_PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { stderr, exitCode };
}

function addressIn(line: string): string {
  return /http:[^"]+/.exec(line)?.[0] ?? '';
}
