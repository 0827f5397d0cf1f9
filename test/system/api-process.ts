import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const BUNDLE = fileURLToPath(new URL('../../app/api/dist/main.js', import.meta.url));
const WEB_ROOT = fileURLToPath(new URL('../../app/frontend/dist', import.meta.url));

/** The API as it ships, serving the built page, as a process on loopback. */
export interface ApiProcess {
  readonly url: string;
  readonly port: number;
  /** Ends it at once, as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts the bundle on free ports, with `env` on top, and waits until it serves. */
export async function startApi(env: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
  const child = spawn(process.execPath, [BUNDLE], {
    env: { HOST: '127.0.0.1', PORT: '0', MANAGEMENT_PORT: '0', WEB_ROOT, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await servedUrl(child);
  return { url, port: Number(new URL(url).port), kill: () => kill(child) };
}

/** The address that the process logs once it serves. Its output is read on, or it would block. */
function servedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stdout?.on('data', (chunk) => {
      log += chunk;
      const url = /serving on (http:[^"]+)/.exec(log)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`the API ended before it served: ${log}`)));
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
