import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const BUNDLE = fileURLToPath(new URL('../../app/api/dist/main.js', import.meta.url));
const WEB_ROOT = fileURLToPath(new URL('../../app/frontend/dist', import.meta.url));

/** The API as it ships, serving the built page, as a process on loopback. */
export interface ApiProcess {
  readonly url: string;
  readonly port: number;
  /** Ends it at once, as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts the bundle with `env` on top of its defaults, and waits until it is ready. */
export async function startApi(env: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
  const port = Number(env.PORT ?? (await freePort()));
  const managementPort = await freePort();
  const child = spawn(process.execPath, [BUNDLE], {
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      MANAGEMENT_HOST: '127.0.0.1',
      MANAGEMENT_PORT: String(managementPort),
      WEB_ROOT,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await listening(child);
  return { url: `http://127.0.0.1:${port}`, port, kill: () => kill(child) };
}

async function listening(child: ChildProcess): Promise<void> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += chunk;
    if (output.includes('listening')) {
      child.stdout?.resume();
      return;
    }
  }
  throw new Error(`the API ended before it listened: ${output}`);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
